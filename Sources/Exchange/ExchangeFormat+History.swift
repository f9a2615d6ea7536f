extension ExchangeFormat {
  /// Whether files of this form hold what a learner answered, too.
  package var holdsHistory: Bool {
    switch self {
    case .csv, .tsv, .quizlet, .text, .gift, .json, .markdown: false
    case .apkg: true
    }
  }
}
