import Vocabulary

/// An act on a contract is for a reason that somebody can read later.
func refuseBlank(reason: String, for what: String) throws(Refusal) {
    guard reason.contains(where: { !$0.isWhitespace }) else {
        throw Refusal(
            .usage, code: "no-reason", "No reason was given for \(what).", remedy: "Give one in a sentence.")
    }
}
