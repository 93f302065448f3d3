import GRDB
package import Notices
package import Vocabulary

/// One message in the outbox: to whom, what for and what became of it, never what it says.
package struct OutboxItem: Hashable, Sendable {
    package let id: Int
    /// By which servers know the message: the same at each try.
    package let token: Slug
    package let account: Slug
    package let kind: MessageKind
    /// What makes it the only one of its kind to the account.
    package let occasion: String
    package let state: State
    package let madeAt: Moment
    /// From when on it is to be tried.
    package let nextAt: Moment
    package let lastAt: Moment?
    /// How often it was handed to the server.
    package let tries: Int
    /// What came of the last try, without an address.
    package let outcome: String?

    package enum State: String, Hashable, Sendable, CaseIterable {
        case waiting, sending, sent, failed
        /// The service was stopped while the message was handed over: it may have arrived.
        case unsure
        /// There was nothing to be said any more.
        case overtaken

        package var inWords: String {
            switch self {
            case .waiting: "waiting"
            case .sending: "being sent"
            case .sent: "sent"
            case .failed: "failed"
            case .unsure: "may have arrived"
            case .overtaken: "overtaken"
            }
        }

        /// True where a person may have it sent again.
        package var canBeSentAgain: Bool { self == .failed || self == .unsure }
    }

    init?(_ row: Row) {
        guard let token = Slug(row["token"] as String), let account = Slug(row["account"] as String),
            let kind = MessageKind(rawValue: row["kind"]), let state = State(rawValue: row["state"]),
            let madeAt = Moment(text: row["madeAt"] as String), let nextAt = Moment(text: row["nextAt"] as String)
        else { return nil }
        id = row["id"]
        self.token = token
        self.account = account
        self.kind = kind
        occasion = row["occasion"]
        self.state = state
        self.madeAt = madeAt
        self.nextAt = nextAt
        lastAt = (row["lastAt"] as String?).flatMap { Moment(text: $0) }
        tries = row["tries"]
        outcome = row["outcome"]
    }
}

/// How often a message is tried, and how long what was sent is listed: all such values, in one place.
package enum OutboxLimits {
    /// After the first try, the second and so on; after the last one it has failed. In seconds.
    package static let waits = [60, 5 * 60, 15 * 60, 3_600, 4 * 3_600, 12 * 3_600, 24 * 3_600]
    /// What was sent is listed for so long. In seconds.
    package static let listed = 60 * 86_400
    /// How many messages may wait for one account.
    package static let waitingForAccount = 20
}
