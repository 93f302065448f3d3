import Priorities

extension Stance {
    /// Those that the trials tell; the others come of a rule, or of no solver.
    static let ofTrials: [Stance] = [.safeIn, .fragile, .safeOut]

    var name: String { words.uppercasedFirst }

    /// For a reader who meets the word for the first time.
    var meaning: String {
        switch self {
        case .safeIn: "Taken nearly always, whichever of the panel’s weights and scores are used."
        case .fragile: "Taken or not depending on whose weights and scores are used: this is where to talk."
        case .safeOut: "Nearly never taken, whichever of the panel’s weights and scores are used."
        case .forcedIn: "In because a rule says so."
        case .forcedOut: "Out because a rule says so."
        case .notKnown: "Not tested, because no solver was installed."
        }
    }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
    var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
