"""The genogram: three generations at a glance, who is close to whom, who hurts whom, who lives together."""
