/// Parts of states that stand behind the name of a town: "Los Alamos, New Mexico".
enum Provinces {
  /// The states of the United States, the provinces of Canada, the states of Australia and the
  /// countries of the United Kingdom, folded.
  static let all: Set<String> = Set(
    """
    alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, \
    hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, \
    massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new \
    hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, \
    oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, \
    vermont, virginia, washington, west virginia, wisconsin, wyoming, alberta, british columbia, \
    manitoba, new brunswick, newfoundland, nova scotia, ontario, prince edward island, quebec, \
    saskatchewan, queensland, new south wales, south australia, tasmania, victoria, western \
    australia, england, scotland, wales, northern ireland
    """.split(separator: ",").map {
      $0.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
    })
}
