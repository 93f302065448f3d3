import Access
import Mail
import Notices
import Pages
import Store
import Tabular
import Vocabulary

/// Mail for administrators of the whole installation, and who wants reminders.
enum MailAnswer {
    static func page(_ question: Question) throws -> Answer {
        let (page, table) = try made(question)
        return Answer(page, table: table)
    }

    static func sendAgain(_ sent: Sent) throws -> Outcome {
        var (page, _) = try made(sent.question)
        guard let id = Int(sent.body.text("message")) else {
            throw Refusal(.usage, code: "no-such-message", "The form names no message.")
        }
        do {
            try Outbox(sent.question.store).sendAgain(id, at: sent.question.now)
        } catch let refusal as Refusal where refusal.kind == .usage {
            page.failure = refusal.description
            return Outcome(kind: .again(page))
        }
        return .done(.mail, "The message will be sent again.")
    }

    /// Turns reminders and the weekly message on or off for oneself.
    static func choose(_ sent: Sent) throws -> Outcome {
        let account = try sent.question.signedIn().account.id
        let isOn = sent.body.text("reminders") == "on"
        try Outbox(sent.question.store).turnReminders(on: isOn, for: account)
        return .done(
            .account,
            isOn
                ? "You get reminders, and one message a week while something waits for you."
                : "You get no reminders and no weekly message. Invitations still reach you.")
    }

    /// - Throws: `not-found` for who administers less than the whole installation.
    static func requireWhole(_ question: Question) throws {
        guard question.reach(.administer) == .everywhere else {
            throw Refusal(.usage, code: "not-found", "")
        }
    }

    /// - Throws: as `requireWhole`.
    private static func made(_ question: Question) throws -> (MailPage, Table) {
        try requireWhole(question)
        let people = try question.door.keeper.people()
        let items = try Outbox(question.store).items()
        func name(_ item: OutboxItem) -> String {
            people.book.accounts[item.account].map { people.name(of: $0) } ?? item.account.description
        }
        var table = Table(
            key: "messages", caption: "Messages",
            columns: [
                .init("made", "Put in"), .init("kind", "What for"), .init("account", "To"), .init("state", "State"),
                .init("tries", "Tries"), .init("last", "Last try"), .init("outcome", "What came of it"),
            ])
        for item in items {
            table.append([
                .text(item.madeAt.inLondon.inWords), .text(item.kind.inWords), .text(item.account.description),
                .text(item.state.inWords), .count(item.tries),
                .optional(item.lastAt.map { $0.inLondon.inWords }, else: "not yet"),
                .optional(item.outcome, else: "nothing yet"),
            ])
        }
        let counts = OutboxItem.State.allCases.compactMap { state in
            let count = items.count { $0.state == state }
            return count == 0 ? nil : "\(count) \(state.inWords)"
        }
        let listed = Listed(table, question.query)
        let page = MailPage(
            token: question.token, sender: question.mail?.post.sender.address.description, counts: counts,
            stuck: items.filter(\.state.canBeSentAgain).prefix(50).map { item in
                MailPage.Stuck(
                    id: item.id, words: "\(item.kind.inWords) to \(name(item))",
                    state: item.state.inWords + (item.outcome.map { ": \($0)" } ?? ""))
            },
            table: listed.table,
            listing: Listing(.mail, query: question.query, paging: listed.paging, sortable: listed.sortable))
        return (page, listed.whole)
    }
}
