import ArgumentParser
import Governance
import Store
import Tabular
import Vocabulary

struct InterestListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The register of interests on a day, for the body's own use.",
        discussion: "Names and texts show with --with-names. Example: remit interest list --with-names")

    /// What people see of an entry in the list.
    private static let brief = ["person", "name", "declaration", "interest", "type", "organisation", "state"]

    @Flag(help: "Who is known, by short name, instead of what they declared.")
    var people = false

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        let isEmpty = view.book.people.isEmpty
        try output.show(
            [people ? view.people : output.brief(view.register.register(on: view.day), InterestListCommand.brief)],
            lines: isEmpty ? ["Nobody is entered yet. Begin with: remit interest import FILE or enter FILE"] : [])
    }
}

extension GovernanceView {
    /// Everybody known, with what they hold.
    fileprivate var people: Table {
        var table = Table(
            key: "people", caption: "People on the register on \(day.inWords)",
            columns: [
                .init("person", "Person"), .init("name", "Name", isPersonal: true), .init("posts", "Posts"),
                .init("isDecisionMaker", "Decision-maker"), .init("knownFrom", "Known from"), .init("left", "Left"),
                .init("declarations", "Declarations"), .init("gifts", "Gifts"),
            ])
        for person in book.people.values.sorted(by: { $0.id < $1.id }) {
            let posts = person.posts(on: day).map(\.title)
            table.append([
                .text(person.id.description), .optional(text(person.name), else: "name removed"),
                posts.isEmpty ? .absent("none") : .text(posts.joined(separator: "; ")),
                .flag(person.decisionMaking(on: day) != nil), .day(person.knownFrom),
                .optional(person.left, else: "still here"), .count(person.declarations.count),
                .count(person.gifts.count),
            ])
        }
        return table
    }
}

struct InterestShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "All that happened to one person's entries, by day.",
        discussion: "Example: remit interest show p014")

    @OptionGroup var options: PersonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(options.store, withNames: output.withNames)
        let person = try view.person(options.person)
        try output.show(
            [try view.register.history(of: person.id)],
            facts: [.init("person", .text(person.id.description))])
    }
}

struct InterestDueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Who is to confirm their entries and when, and which declarations were late.",
        discussion: "Example: remit interest due --on 2026-04-01. Ends with 1 where somebody is overdue.")

    @Option(help: "yearly, or decisionMakersTwiceYearly where the body asks for that.")
    var cycle = ReviewCycle.yearly

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        let reminders = try RemindReviews(rulebook: view.rulebook, cycle: cycle)(in: view.book, on: view.day)
        let late = view.register.lateDeclarations(on: view.day)
        let table = try view.register.reminders(on: view.day, cycle: cycle)
        // A CSV file holds one table: the reminders.
        try output.show(output.csv || late.rows.isEmpty ? [table] : [table, late])
        if reminders.contains(where: { $0.state == .overdue }) { throw ExitCode(1) }
    }
}

struct InterestGiftsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gifts", abstract: "Gifts and hospitality, with what the rules say of each.",
        discussion: "Example: remit interest gifts --with-names")

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        try output.show([view.register.gifts(on: view.day)])
    }
}

struct InterestBreachesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "breaches", abstract: "Breaches found by a day, open ones among them.",
        discussion: "Example: remit interest breaches")

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        try output.show([view.register.breaches(on: view.day)])
    }
}
