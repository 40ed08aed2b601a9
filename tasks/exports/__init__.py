"""What leaves the house: the Podio payload, its copy sheet, the preview and the workbook."""
