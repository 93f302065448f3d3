import GRDB
package import Vocabulary

/// Where somebody is signed in, without what the cookie holds.
package struct SessionHeld: Hashable, Sendable {
    /// The digest of what its cookie holds: by which it is listed and ended.
    package let id: String
    package let account: Slug
    /// What each form of the session carries.
    package let formToken: String
    package let way: Way
    package let startedAt: Moment
    /// To the minute.
    package let lastSeenAt: Moment
    /// When it ends in any case.
    package let endsAt: Moment

    /// How somebody signed in.
    package enum Way: String, Hashable, Sendable, CaseIterable {
        case password, code, recoveryCode
        /// Vouched for by an OpenID provider.
        case openID
        case openIDAndCode

        /// `with a password and a code`.
        package var inWords: String {
            switch self {
            case .password: "with a password"
            case .code: "with a password and a code"
            case .recoveryCode: "with a password and a recovery code"
            case .openID: "by an OpenID provider"
            case .openIDAndCode: "by an OpenID provider and with a code"
            }
        }
    }

    init?(_ row: Row) {
        guard let account = Slug(row["account"] as String), let way = Way(rawValue: row["way"]),
            let startedAt = Moment(text: row["startedAt"] as String),
            let lastSeenAt = Moment(text: row["lastSeenAt"] as String),
            let endsAt = Moment(text: row["endsAt"] as String)
        else { return nil }
        id = row["digest"]
        self.account = account
        formToken = row["formToken"]
        self.way = way
        self.startedAt = startedAt
        self.lastSeenAt = lastSeenAt
        self.endsAt = endsAt
    }

    /// False once it is over, by either of its limits.
    package func stands(at moment: Moment) -> Bool {
        moment < endsAt && moment < lastSeenAt.adding(seconds: AccessLimits.idle)
    }
}
