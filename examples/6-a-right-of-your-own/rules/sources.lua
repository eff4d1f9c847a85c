source "example-rule" {
  label = { fr = "Règlement d'exemple (inventé)", nl = "Voorbeeldreglement (verzonnen)" }, reference = "made up",
}
