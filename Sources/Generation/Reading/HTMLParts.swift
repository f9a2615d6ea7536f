/// Which parts of a page are no prose.
enum HTMLParts {
  /// Why an element is left out with all that is in it; `nil` where it is not.
  static func omission(of name: String, _ attributes: [String: String]) -> Omission.Reason? {
    switch name {
    case "table": return .table
    case "pre": return .code
    case "script", "style", "head", "noscript", "svg", "math", "template", "iframe", "object",
      "audio", "video", "canvas":
      return .code
    case "nav", "aside", "form", "button", "select", "textarea", "footer", "figure", "menu":
      return .navigation
    case "html", "body", "main", "article": return nil
    default: break
    }
    if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return .navigation }
    if let style = attributes["style"],
      style.contains("display:none") || style.contains("display: none")
    {
      return .navigation
    }
    if let role = attributes["role"], navigationRoles.contains(role) { return .navigation }
    let names = [attributes["class"], attributes["id"]].compactMap(\.self)
    for name in names.flatMap({ $0.split(separator: " ") }) {
      if let reason = reason(forClass: name.lowercased()) { return reason }
    }
    return nil
  }

  /// Elements that begin and end blocks.
  static func isBlock(_ name: String) -> Bool { blockNames.contains(name) }

  private static func reason(forClass name: String) -> Omission.Reason? {
    if let reason = classes[name] { return reason }
    for (prefix, reason) in prefixes where name.hasPrefix(prefix) { return reason }
    return nil
  }

  private static let navigationRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog",
    "alert", "note",
  ]

  private static let classes: [String: Omission.Reason] = [
    "reference": .references, "references": .references, "citations": .references,
    "bibliography": .references, "footnotes": .footnote, "footnote": .footnote,
    "footnote-ref": .footnote, "toc": .navigation, "menu": .navigation, "nav": .navigation,
    "navbar": .navigation, "navigation": .navigation, "sidebar": .navigation,
    "breadcrumb": .navigation, "breadcrumbs": .navigation, "footer": .navigation,
    "site-header": .navigation, "hatnote": .navigation, "metadata": .navigation,
    "thumb": .navigation, "thumbcaption": .navigation, "gallery": .navigation,
    "caption": .navigation, "noprint": .navigation, "catlinks": .navigation,
    "printfooter": .navigation, "shortdescription": .navigation, "sitesub": .navigation,
    "advert": .navigation, "advertisement": .navigation, "share": .navigation,
    "social": .navigation, "comments": .navigation, "related": .navigation, "skip": .navigation,
  ]

  private static let prefixes: [(String, Omission.Reason)] = [
    ("infobox", .table), ("navbox", .navigation), ("reflist", .references),
    ("mw-editsection", .navigation), ("mw-jump", .navigation), ("mw-navigation", .navigation),
    ("mw-cite", .references), ("cookie", .navigation), ("vector-", .navigation),
    ("sidebar-", .navigation), ("ambox", .navigation), ("toc-", .navigation),
  ]

  private static let blockNames: Set<String> = [
    "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol",
    "p", "section", "td", "th", "tr", "ul", "table", "figure", "aside", "nav", "footer", "form",
  ]
}
