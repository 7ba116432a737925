// Fills in forms with JavaRosa, the engine of ODK Collect, as it comes inside ODK Validate's jar.
// Arguments: folders with form.xml and answers.tsv (reference TAB value). Writes submission.xml and refused.txt.
import java.io.*;
import java.nio.file.*;
import java.util.*;
import org.javarosa.core.model.*;
import org.javarosa.core.model.data.*;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.form.api.*;
import org.javarosa.model.xform.XFormSerializingVisitor;
import org.javarosa.xform.util.XFormUtils;

public class Collect {
  public static void main(String[] folders) throws Exception {
    new org.javarosa.model.xform.XFormsModule().registerModule();
    for (String folder : folders) fill(Path.of(folder));
  }

  static void fill(Path folder) throws Exception {
    Map<String, String> answers = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("answers.tsv"))) {
      String[] parts = line.split("\t", 2);
      answers.put(parts[0], parts[1]);
    }
    FormDef form = XFormUtils.getFormFromInputStream(new FileInputStream(folder.resolve("form.xml").toFile()));
    FormEntryModel model = new FormEntryModel(form);
    FormEntryController controller = new FormEntryController(model);
    form.initialize(true, new InstanceInitializationFactory());
    List<String> refused = new ArrayList<>();
    int event;
    while ((event = controller.stepToNextEvent()) != FormEntryController.EVENT_END_OF_FORM) {
      FormIndex index = model.getFormIndex();
      if (event == FormEntryController.EVENT_PROMPT_NEW_REPEAT) {
        String prefix = index.getReference().toString(true);
        if (answers.keySet().stream().anyMatch(key -> key.startsWith(prefix + "/"))) controller.newRepeat();
      } else if (event == FormEntryController.EVENT_QUESTION) {
        FormEntryPrompt prompt = model.getQuestionPrompt();
        String reference = index.getReference().toString(true);
        if (prompt.isReadOnly()) continue;
        String text = answers.getOrDefault(reference, "");
        IAnswerData data = text.isEmpty() ? null
            : AnswerDataFactory.template(prompt.getControlType(), prompt.getDataType()).cast(new UncastData(text));
        int outcome = controller.answerQuestion(index, data, true);
        if (outcome == FormEntryController.ANSWER_CONSTRAINT_VIOLATED) refused.add("constraint\t" + reference);
        else if (outcome == FormEntryController.ANSWER_REQUIRED_BUT_EMPTY) {
          refused.add("required\t" + reference);
          controller.answerQuestion(index, data, false);
        }
      }
    }
    form.postProcessInstance();
    byte[] xml = new XFormSerializingVisitor().serializeInstance(form.getInstance());
    Files.write(folder.resolve("submission.xml"), xml);
    Files.write(folder.resolve("refused.txt"), refused);
  }
}
