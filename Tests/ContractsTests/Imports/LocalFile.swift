import Contracts
import Tabular
import Vocabulary

/// A sheet from a few lines of text.
func sheet(_ lines: String...) throws(Refusal) -> Sheet {
    try Sheet(csv: Array((lines.joined(separator: "\n") + "\n").utf8), named: "local.csv")
}

extension Reading {
    var rowsAndCodes: [String] { problems.map { "\($0.row ?? 0) \($0.code)" } }
}
