package import Access
import Credentials
import GRDB
package import Vocabulary

extension AccessDesk {
    /// How a token begins, so that one that was left in a file can be found by its looks.
    private static let mark = "remit_"

    /// Makes a personal access token.
    ///
    /// - Parameters:
    ///   - name: by which its holder knows it; one that is over makes room.
    ///   - scopes: what it may be used for, of what the account may.
    ///   - days: how long it lasts.
    /// - Returns: the token, to be shown once: nothing that is kept tells it.
    /// - Throws: `Refusal`: `no-such-account`, `account-closed`; of kind `permission`, `api-not-allowed`; of kind `usage`,
    ///   `scopes-missing`, `scope-not-for-tokens`, `token-days-invalid`; of kind `rule`, `token-exists`,
    ///   `too-many-tokens`.
    package func makeToken(
        of id: Slug, named name: Slug, scopes: [Permission], days: Int = AccessLimits.usualTokenDays,
        at moment: Moment, judgedBy accessRules: AccessRules = .shipped
    ) throws -> String {
        try AccessDesk.check(scopes, days: days)
        return try store.write { db in
            let account = try openAccount(id, db)
            guard accessRules.maySomewhere(account, .useAPI, on: moment.inLondon.day) else {
                throw Refusal(
                    .permission, code: "api-not-allowed", "“\(id)” may not hold access tokens.",
                    remedy: account.state == .active
                        ? "Roles that may: "
                            + "\(named(accessRules.roles(with: .useAPI).map(\.inWords)))."
                        : "The account is \(account.state.inWords).")
            }
            try db.execute(sql: "DELETE FROM access_token WHERE endsAt <= ?", arguments: [moment.description])
            let names = try String.fetchSet(
                db, sql: "SELECT name FROM access_token WHERE account = ?", arguments: [id.description])
            guard !names.contains(name.description) else {
                throw Refusal(
                    .rule, code: "token-exists", "“\(id)” has a token “\(name)” already.",
                    remedy: "End it first, or choose another name.")
            }
            guard names.count < AccessLimits.tokensOfAccount else {
                throw Refusal(
                    .rule, code: "too-many-tokens", "“\(id)” has \(names.count) tokens.",
                    remedy: "End those that are not used.")
            }
            let token = SecretToken()
            let texts = AccessTokenHeld.possibleScopes.filter { scopes.contains($0) }.map {
                JSONValue.text($0.rawValue)
            }
            try db.execute(
                sql: """
                    INSERT INTO access_token (digest, account, name, scopes, madeAt, endsAt) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    token.digest.description, id.description, name.description, JSONValue.list(texts).canonical,
                    moment.description, moment.adding(seconds: days * 86_400).description,
                ])
            return AccessDesk.mark + token.text
        }
    }

    private static func check(_ scopes: [Permission], days: Int) throws(Refusal) {
        guard !scopes.isEmpty else {
            throw Refusal(
                .usage, code: "scopes-missing", "A token needs to be for something.",
                remedy: "Name what it may be used for: \(named(AccessTokenHeld.possibleScopes.map(\.rawValue))).")
        }
        if let other = scopes.first(where: { !AccessTokenHeld.possibleScopes.contains($0) }) {
            throw Refusal(
                .usage, code: "scope-not-for-tokens", "A token is never for “\(other.rawValue)”.",
                remedy: "It may be for \(named(AccessTokenHeld.possibleScopes.map(\.rawValue))).")
        }
        guard (1...AccessLimits.longestTokenDays).contains(days) else {
            throw Refusal(
                .usage, code: "token-days-invalid", "A token lasts from 1 to \(AccessLimits.longestTokenDays) days.",
                remedy: "Give another number of days.")
        }
    }

    /// The tokens of an account that are not over, by name; of all accounts where none is named.
    package func tokens(of account: Slug? = nil, at moment: Moment) throws -> [AccessTokenHeld] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM access_token WHERE endsAt > ?1 AND (?2 IS NULL OR account = ?2)
                    ORDER BY account, name
                    """,
                arguments: [moment.description, account?.description]
            ).compactMap { AccessTokenHeld($0) }
        }
    }

    /// Whose token it is, which is thereby used; nil where there is none, it is over, its account is not active, or may
    /// hold none any more.
    ///
    /// What may be done with it is what the account may and the scopes name.
    package func token(
        _ text: String, at moment: Moment, judgedBy accessRules: AccessRules = .shipped
    ) throws -> AccessTokenHeld? {
        guard text.hasPrefix(AccessDesk.mark), let token = SecretToken(text.dropFirst(AccessDesk.mark.count)) else {
            return nil
        }
        let digest = token.digest.description
        let found = try store.read { db -> AccessTokenHeld? in
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM access_token WHERE digest = ? AND endsAt > ?"),
                arguments: [digest, moment.description])
            guard let held = row.flatMap({ AccessTokenHeld($0) }),
                let account = try AccessRows.book(under: rules, db).accounts[held.account],
                accessRules.maySomewhere(account, .useAPI, on: moment.inLondon.day)
            else { return nil }
            return held
        }
        guard let found else { return nil }
        if found.lastUsedAt.map({ moment >= $0.adding(seconds: AccessLimits.noticed) }) ?? true {
            try store.write { db in
                try db.execute(
                    sql: "UPDATE access_token SET lastUsedAt = ? WHERE digest = ?",
                    arguments: [moment.description, digest])
            }
        }
        return found
    }

    /// - Throws: `Refusal` of kind `usage`: `no-such-token`.
    package func endToken(_ name: Slug, of account: Slug) throws {
        try store.write { db in
            try db.execute(
                sql: "DELETE FROM access_token WHERE account = ? AND name = ?",
                arguments: [account.description, name.description])
            guard db.changesCount == 1 else {
                throw Refusal(
                    .usage, code: "no-such-token", "“\(account)” has no token “\(name)”.",
                    remedy: "List them with: remit user token list \(account)")
            }
        }
    }
}
