package import Access
import GRDB
package import Vocabulary

/// A personal access token, without the token itself.
package struct AccessTokenHeld: Hashable, Sendable {
    package let account: Slug
    /// By which its holder knows it.
    package let name: Slug
    /// What it may be used for, of what its account may: in the order of `Permission`.
    package let scopes: [Permission]
    package let madeAt: Moment
    package let endsAt: Moment
    /// To the minute; nil where it was never used.
    package let lastUsedAt: Moment?

    /// What a token may be for: everything but one's own ways in.
    package static let possibleScopes: [Permission] = Permission.allCases.filter {
        $0 != .manageOwnAccount && $0 != .useAPI
    }

    package init(
        account: Slug, name: Slug, scopes: [Permission], madeAt: Moment, endsAt: Moment, lastUsedAt: Moment? = nil
    ) {
        self.account = account
        self.name = name
        self.scopes = scopes
        self.madeAt = madeAt
        self.endsAt = endsAt
        self.lastUsedAt = lastUsedAt
    }

    init?(_ row: Row) {
        let scopes: String = row["scopes"]
        let lastUsedAt: String? = row["lastUsedAt"]
        guard let account = Slug(row["account"] as String), let name = Slug(row["name"] as String),
            let madeAt = Moment(text: row["madeAt"] as String), let endsAt = Moment(text: row["endsAt"] as String),
            let named = try? JSONValue(parsing: Array(scopes.utf8), named: "scopes").asList?.compactMap(\.asText)
        else { return nil }
        self.account = account
        self.name = name
        // What a later version knows and this one does not gives nothing here.
        self.scopes = AccessTokenHeld.possibleScopes.filter { named.contains($0.rawValue) }
        self.madeAt = madeAt
        self.endsAt = endsAt
        self.lastUsedAt = lastUsedAt.flatMap { Moment(text: $0) }
    }
}
