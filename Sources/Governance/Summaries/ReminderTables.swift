public import Tabular
public import Vocabulary

/// Who is to do what about their entries: reviews, late declarations, retention that has ended; and the
/// history of one.
extension RegisterTables {
    /// Everybody who is there, overdue first.
    ///
    /// - Throws: `Refusal` of kind `rule`, code `no-rule`, on a day before reviews were ruled.
    public func reminders(on day: Day, cycle: ReviewCycle = .yearly) throws(Refusal) -> Table {
        var table = Table(
            key: "reminders", caption: "Reviews of the register on \(day.inWords)",
            columns: [
                .init("person", "Person"), .init("name", "Name", isPersonal: true),
                .init("isDecisionMaker", "Decision-maker"), .init("lastSpoke", "Last confirmed"),
                .init("due", "Next due by"), .init("state", "State"), .init("daysOverdue", "Days overdue"),
            ],
            notes: [
                cycle == .yearly
                    ? "Everybody confirms their entries once a year."
                    : "Decision-makers confirm their entries twice a year, everybody else once: a local variation."
            ])
        for reminder in try RemindReviews(rulebook: rulebook, cycle: cycle)(in: book, on: day) {
            table.append([
                .text(reminder.person.description), .text(book.people[reminder.person].map { name($0) } ?? ""),
                .flag(reminder.isDecisionMaker), .optional(reminder.lastSpoke, else: "not yet"), .day(reminder.due),
                .text(reminder.state.rawValue),
                reminder.state == .overdue ? .count(day - reminder.due) : .absent("not overdue"),
            ])
        }
        return table
    }

    /// Declarations that were made too late, or of which nobody can tell.
    public func lateDeclarations(on day: Day) -> Table {
        var table = Table(
            key: "lateDeclarations", caption: "Late declarations up to \(day.inWords)",
            columns: [
                .init("person", "Person"), .init("name", "Name", isPersonal: true),
                .init("declaration", "Declaration"), .init("countsFrom", "Counts from"), .init("dueBy", "Due by"),
                .init("declared", "Declared"), .init("daysLate", "Days late"),
            ], notes: ["The days count from becoming aware, or from the first day here where that is later."])
        for late in FindLateDeclarations(rulebook: rulebook)(in: book, on: day) {
            table.append([
                .text(late.person.description), .text(book.people[late.person].map { name($0) } ?? ""),
                .text(late.declaration.description), .optional(late.countsFrom, else: "not told"),
                .optional(late.dueBy, else: "cannot be told"), .day(late.declaredOn),
                late.daysLate.map { .count($0) } ?? .absent("cannot be told"),
            ])
        }
        return table
    }

    /// Entries whose texts may be disposed of.
    ///
    /// - Throws: `Refusal` of kind `rule`, code `no-rule`, on a day before retention was ruled.
    public func endedRetention(on day: Day) throws(Refusal) -> Table {
        var table = Table(
            key: "endedRetention", caption: "Texts of the register whose retention has ended on \(day.inWords)",
            columns: [
                .init("person", "Person"), .init("entry", "Entry"), .init("expired", "Expired"),
                .init("keptUntil", "Kept until"), .init("texts", "Texts"),
            ], notes: ["Disposing of them is an act; the entry and its place in the journal stay."])
        for entry in try FindEndedRetention(rulebook: rulebook)(in: book, on: day) {
            table.append([
                .text(entry.person.description), .text(entry.inWords), .optional(entry.expired, else: "stands"),
                .optional(entry.keepUntil, else: "stands"), .count(entry.texts.count),
            ])
        }
        return table
    }

    /// All that happened to one person's entries, in order of days.
    ///
    /// - Throws: `Refusal` of kind `usage`: `no-such-person`.
    public func history(of id: Slug) throws(Refusal) -> Table {
        let person = try book.requirePerson(id)
        var events: [(day: Day, what: String)] = [(person.knownFrom, "Entered the register")]
        for post in person.posts {
            events.append((post.from, "Began as \(post.title)"))
            if let until = post.until { events.append((until, "Ended as \(post.title)")) }
        }
        for span in person.decisionMaking {
            events.append((span.from, "Became a decision-maker: \(span.why)"))
            if let until = span.until { events.append((until, "Last day as a decision-maker")) }
        }
        for declaration in person.declarations { events += history(of: declaration) }
        for gift in person.gifts {
            events.append((gift.declaredOn, "Declared “\(gift.id)”: \(gift.kind.title), \(gift.value)"))
            if let day = gift.disposedOn { events.append((day, "Texts of “\(gift.id)” were disposed of")) }
        }
        events += person.nilDeclarations.map { ($0.declaredOn, "Declared that there is nothing to declare") }
        events += person.reviews.map { ($0.reviewedOn, "Confirmed the entries\($0.note.map { ": \($0)" } ?? "")") }
        for breach in person.breaches {
            events.append((breach.foundOn, "Breach “\(breach.id)” was found"))
            if let day = breach.settledOn, let effect = breach.effect {
                events.append((day, "Breach “\(breach.id)” was settled: \(effect.inWords)"))
            }
            if let day = breach.disposedOn { events.append((day, "The account of “\(breach.id)” was disposed of")) }
        }
        if let left = person.left { events.append((left, "Last day")) }
        if let day = person.nameDisposedOn { events.append((day, "The name was disposed of")) }
        var table = Table(
            key: "events", caption: "History of \(called(id))",
            columns: [.init("day", "Day"), .init("what", "What"), .init("words", "In words", isPersonal: true)])
        let texts = Dictionary(
            person.declarations.map { (declared($0), words($0.description)) }, uniquingKeysWith: { first, _ in first })
        let ordered = events.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        for (_, event) in ordered {
            table.append([.day(event.day), .text(event.what), .optional(texts[event.what], else: "none")])
        }
        return table
    }

    private func declared(_ declaration: Declaration) -> String { "Declared “\(declaration.id)”" }

    private func history(of declaration: Declaration) -> [(day: Day, what: String)] {
        let id = declaration.id
        var events = [(day: declaration.declaredOn, what: declared(declaration))]
        if let approval = declaration.approval {
            events.append((approval.on, "“\(id)” was approved by \(approval.by)"))
        }
        for redaction in declaration.redactions {
            events.append((redaction.askedOn, "Asked that “\(id)” be withheld"))
            if let day = redaction.decidedOn, let isGranted = redaction.isGranted {
                events.append((day, "“\(id)” is \(isGranted ? "withheld" : "not withheld")"))
            }
        }
        if let ended = declaration.ended { events.append((ended, "“\(id)” ended")) }
        if let day = declaration.supersededOn, let later = declaration.supersededBy {
            events.append((day, "“\(later)” took the place of “\(id)”"))
        }
        if let day = declaration.disposedOn { events.append((day, "Texts of “\(id)” were disposed of")) }
        return events
    }
}
