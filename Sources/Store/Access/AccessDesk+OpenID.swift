package import Access
import Credentials
import GRDB
package import Vocabulary

/// Somebody whom an OpenID provider vouches for, with the roles that their groups stand for here.
package struct VouchedPerson: Hashable, Sendable {
    package var issuer: String
    package var subject: String
    /// By which they are found the first time; nil where they are not to be.
    package var email: String?
    package var roles: [Role]

    package init(issuer: String, subject: String, email: String?, roles: [Role]) {
        (self.issuer, self.subject, self.email, self.roles) = (issuer, subject, email, roles)
    }

    package struct Role: Hashable, Sendable {
        package var role: Access.Role
        package var commissioner: OrganisationCode?

        package init(_ role: Access.Role, at commissioner: OrganisationCode?) {
            self.role = role
            self.commissioner = commissioner
        }
    }
}

/// Who an account's holder is at an OpenID provider.
package struct SignInLink: Hashable, Sendable {
    /// The provider's name for itself.
    package let issuer: String
    /// The provider's name for them.
    package let subject: String
    package let linkedAt: Moment

    package init(issuer: String, subject: String, linkedAt: Moment) {
        (self.issuer, self.subject, self.linkedAt) = (issuer, subject, linkedAt)
    }
}

extension AccessDesk {
    /// Signs somebody in whom a provider vouches for.
    ///
    /// They are known by issuer and subject. The first time they are found by their address, where one is given and its
    /// account belongs to nobody else there. An account that is invited becomes active. Roles that their groups stand for
    /// and that they do not hold are given for this day alone: who has left a group has lost the role the day after.
    ///
    /// - Parameter asksForCode: true where an account with a second factor is asked for its code all the same.
    /// - Throws: `Refusal` of kind `permission`: `no-account-here`.
    package func signIn(
        vouchedFor person: VouchedPerson, askingForCode asksForCode: Bool = false, at moment: Moment
    ) throws -> Admission {
        try store.write { db in
            guard let id = try linked(person, at: moment, db),
                var account = try AccessRows.book(under: rules, db).accounts[id]
            else { throw AccessDesk.nobodyHere }
            if account.state == .invited {
                let book = try perform(ActivateAccount(account: id), by: account.author, at: moment, db)
                account = book.accounts[id] ?? account
            }
            guard account.state == .active else { throw AccessDesk.nobodyHere }
            let today = moment.inLondon.day
            for given in person.roles {
                let grant = Grant(role: given.role, commissioner: given.commissioner, since: today, until: today)
                let isHeld = account.grants.contains {
                    $0.role == grant.role && $0.commissioner == grant.commissioner && $0.isHeld(on: today)
                }
                if isHeld { continue }
                let act = GrantRole(
                    account: id, role: grant.role, commissioner: grant.commissioner, since: today, until: today)
                account = try perform(act, by: AccessDesk.provider, at: moment, db).accounts[id] ?? account
            }
            if asksForCode, try CredentialRows.of(id, db)?.secret != nil {
                let ticket = SecretToken()
                try keep(ticket, for: id, .openIDCode, lasting: AccessLimits.codeTicket, at: moment, db)
                return .code(ticket: ticket.text)
            }
            return .session(token: try begin(id, .openID, at: moment, db).text)
        }
    }

    /// In whose name the roles of groups are given.
    private static let provider: Author = {
        guard let author = Author("openid-provider") else { preconditionFailure("a short name is an author’s name") }
        return author
    }()

    private func linked(_ person: VouchedPerson, at moment: Moment, _ db: Database) throws -> Slug? {
        let held = try String.fetchOne(
            db, sql: "SELECT account FROM openid_link WHERE issuer = ? AND subject = ?",
            arguments: [person.issuer, person.subject])
        if let held { return Slug(held) }
        guard let email = person.email, let account = try account(named: SignInName(email), db),
            account.state == .invited || account.state == .active
        else { return nil }
        let isAnothers = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM openid_link WHERE account = ? AND issuer = ?)",
            arguments: [account.id.description, person.issuer])
        if isAnothers == true { return nil }
        try link(account.id, to: person, at: moment, db)
        return account.id
    }

    private func link(_ account: Slug, to person: VouchedPerson, at moment: Moment, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO openid_link (issuer, subject, account, linkedAt) VALUES (?, ?, ?, ?)",
            arguments: [person.issuer, person.subject, account.description, moment.description])
    }

    /// Says who somebody is at a provider, before they come.
    ///
    /// - Throws: `Refusal`: `no-such-account`, `account-closed`; `issuer-invalid`, `subject-invalid` of kind `input`;
    ///   `linked-already` where the account or the subject is.
    package func link(_ id: Slug, issuer: String, subject: String, at moment: Moment) throws {
        guard issuer.wholeMatch(of: /https?:\/\/[!-~]{1,1990}/) != nil else {
            throw Refusal(
                .input, code: "issuer-invalid", "“\(issuer)” is no address of a provider.",
                remedy: "Write it as the provider does, such as https://id.example/tenant.")
        }
        guard (1...255).contains(subject.count), subject.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
            throw Refusal(
                .input, code: "subject-invalid", "A subject has 1 to 255 characters.",
                remedy: "Take it from the provider’s list of people.")
        }
        try store.write { db in
            _ = try openAccount(id, db)
            let isTaken = try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM openid_link WHERE issuer = ?1 AND (subject = ?2 OR account = ?3))
                    """, arguments: [issuer, subject, id.description])
            if isTaken == true {
                throw Refusal(
                    .rule, code: "linked-already", "The account “\(id)” or that subject is linked there already.",
                    remedy: "One account, one subject: check both, or take the earlier link away.")
            }
            let person = VouchedPerson(issuer: issuer, subject: subject, email: nil, roles: [])
            try link(id, to: person, at: moment, db)
        }
    }

    /// Takes it back: who signs in there is known here no more, and the sessions begun so end.
    ///
    /// - Throws: `Refusal`: `no-such-account`; `not-linked` of kind `usage`; `beyond-your-reach`.
    package func unlink(
        _ id: Slug, issuer: String, as visitor: Slug? = nil, at moment: Moment,
        judgedBy accessRules: AccessRules = .shipped
    ) throws {
        try store.write { db in
            if let visitor {
                try AccessDesk.require(
                    visitor, toDo: SuspendAccount(account: id), in: AccessRows.book(under: rules, db),
                    by: accessRules, on: moment.inLondon.day)
            }
            _ = try openAccount(id, db)
            try db.execute(
                sql: "DELETE FROM openid_link WHERE account = ? AND issuer = ?", arguments: [id.description, issuer])
            guard db.changesCount == 1 else {
                throw Refusal(
                    .usage, code: "not-linked", "The account “\(id)” is not linked to anybody at “\(issuer)”.",
                    remedy: "See what it is linked to with: remit user show \(id)")
            }
            try db.execute(
                sql: "DELETE FROM session WHERE account = ? AND way IN ('openID', 'openIDAndCode')",
                arguments: [id.description])
        }
    }

    /// Where else an account's holder signs in, the first linked first.
    package func signInLinks(of id: Slug) throws -> [SignInLink] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT issuer, subject, linkedAt FROM openid_link WHERE account = ? ORDER BY linkedAt, issuer",
                arguments: [id.description]
            ).compactMap { row in
                guard let linkedAt = Moment(text: row["linkedAt"] as String) else { return nil }
                return SignInLink(issuer: row["issuer"], subject: row["subject"], linkedAt: linkedAt)
            }
        }
    }

    static let nobodyHere = Refusal(
        .permission, code: "no-account-here", "You are known there, and no account here is yours.",
        remedy: "Ask an administrator of this installation for one.")
}
