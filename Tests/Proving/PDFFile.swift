/// The smallest PDF files that serve a test.
package enum PDFFile {
  /// One page with these lines; none make a page without text.
  ///
  /// - Parameters:
  ///   - lines: in Latin letters, without parentheses.
  ///   - isEncrypted: whether it claims a password that nobody knows.
  /// - Returns: the file.
  package static func page(_ lines: [String], isEncrypted: Bool = false) -> String {
    let shown = lines.map { "(\($0)) Tj T*" }.joined(separator: " ")
    let content = "BT /F1 12 Tf 14 TL 72 720 Td \(shown) ET"
    let unknown = String(repeating: "7a", count: 32)
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        + "/Resources<</Font<</F1 5 0 R>>>>>>",
      "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
      "<</Filter/Standard/V 1/R 2/O<\(unknown)>/U<\(unknown)>/P -4>>",
    ]
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\(object)endobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 7\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    let encryption = isEncrypted ? "/Encrypt 6 0 R/ID[<00><00>]" : ""
    return file + "trailer<</Size 7/Root 1 0 R\(encryption)>>\nstartxref\n\(table)\n%%EOF\n"
  }
}
