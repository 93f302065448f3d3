public import Tabular
public import Vocabulary

/// Accounts, roles and permissions as tables, for who administers them.
///
/// Names and e-mail addresses stand in the book by their digests; `text` gives those that are still held and may be
/// shown.
public struct AccessTables: Sendable {
    public let book: AccessBook
    public let rules: AccessRules
    let text: @Sendable (Personal) -> String?

    public init(
        _ book: AccessBook, rules: AccessRules = .shipped,
        text: @escaping @Sendable (Personal) -> String? = { _ in nil }
    ) {
        self.book = book
        self.rules = rules
        self.text = text
    }

    /// Every account with the roles that it holds on a day, by short name.
    ///
    /// - Parameter reach: where the reader administers: accounts are shown that hold a role there, now or later, and
    ///   those that hold none anywhere.
    public func accounts(on day: Day, within reach: AccessRules.Reach = .everywhere) -> Table {
        var table = Table(
            key: "accounts", caption: "Accounts on \(day.inWords)",
            columns: [
                .init("account", "Account"), .init("name", "Name", isPersonal: true),
                .init("email", "E-mail address", isPersonal: true), .init("state", "State"),
                .init("roles", "Roles"), .init("person", "In the register"), .init("added", "Added"),
                .init("activated", "Active since"),
            ], notes: ["Roles count while an account is active only."])
        for account in book.accounts.values.sorted(by: { $0.id < $1.id }) where isShown(account, on: day, within: reach)
        {
            let roles = account.grants.filter { $0.isHeld(on: day) }.map(\.inWords)
            table.append([
                .text(account.id.description), shown(account.name), shown(account.email),
                .text(account.state.inWords), roles.isEmpty ? .absent("none") : .text(roles.joined(separator: "; ")),
                .optional(account.person?.description, else: "not linked"), .day(account.addedOn),
                .optional(account.activatedOn, else: "not yet"),
            ])
        }
        return table
    }

    /// Every role that one account was given, or that all were, with what became of it.
    public func grants(of account: Slug? = nil, on day: Day) -> Table {
        var table = Table(
            key: "grants", caption: "Roles given" + (account.map { " to “\($0)”" } ?? ""),
            columns: [
                .init("account", "Account"), .init("role", "Role"), .init("commissioner", "Commissioner"),
                .init("since", "From"), .init("until", "Until"), .init("withdrawn", "Withdrawn"),
                .init("isHeld", "Held on \(day.inWords)"),
            ])
        for holder in book.accounts.values.sorted(by: { $0.id < $1.id }) where account == nil || holder.id == account {
            for grant in holder.grants {
                table.append([
                    .text(holder.id.description), .text(grant.role.inWords),
                    .text(grant.commissioner?.description ?? "all"), .day(grant.since),
                    .optional(grant.until, else: "open"), .optional(grant.withdrawnOn, else: "no"),
                    .flag(holder.state == .active && grant.isHeld(on: day)),
                ])
            }
        }
        return table
    }

    /// Every seat in a round that one account took, or that all did.
    public func seats(of account: Slug? = nil) -> Table {
        var table = Table(
            key: "seats", caption: "Seats in rounds" + (account.map { " of “\($0)”" } ?? ""),
            columns: [
                .init("account", "Account"), .init("round", "Round"), .init("member", "Member"),
                .init("taken", "Taken"), .init("left", "Left"),
            ])
        for holder in book.accounts.values.sorted(by: { $0.id < $1.id }) where account == nil || holder.id == account {
            for seat in holder.seats {
                table.append([
                    .text(holder.id.description), .text(seat.round.description), .text(seat.member.description),
                    .day(seat.takenOn), .optional(seat.leftOn, else: "held"),
                ])
            }
        }
        return table
    }

    /// Who may: a row for each permission, a column for each role.
    public var permissions: Table {
        var table = Table(
            key: "permissions", caption: "What each role may do",
            columns: [.init("permission", "Permission"), .init("title", "May")]
                + Role.allCases.map { .init($0.rawValue, $0.title) }
                + [.init("owner", "Kept by"), .init("reviewBy", "To be reviewed by")],
            notes: [
                "A role given at one commissioner brings these for that commissioner’s rounds, committees and contracts "
                    + "only.",
                "When something may be done, the round or the meeting decides. Nobody may see who cast which secret vote.",
            ])
        for line in rules.lines {
            table.append(
                [.text(line.permission.rawValue), .text(line.title)]
                    + Role.allCases.map { .flag(line.roles.contains($0)) } + [.text(line.owner), .day(line.reviewBy)])
        }
        return table
    }

    private func isShown(_ account: Account, on day: Day, within reach: AccessRules.Reach) -> Bool {
        let standing = account.grants.filter { $0.stands(on: day) }
        return reach == .everywhere || standing.isEmpty || standing.contains { reach.covers($0.commissioner) }
    }

    private func shown(_ personal: Personal) -> Cell { text(personal).map(Cell.text) ?? .absent("removed") }
}
