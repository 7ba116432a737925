def test_greeting_after_login_names_the_person_and_not_an_identifier(client: Client) -> None:
    staff = make_staff()
    answer = client.post("/akun/masuk/", {"login": staff.account.email, "password": PASSWORD}, follow=True)
    said = " ".join(str(one) for one in answer.context["messages"])
    assert str(staff.account_id) not in said
