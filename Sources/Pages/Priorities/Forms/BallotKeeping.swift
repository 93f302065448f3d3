import Markup
public import Priorities
public import Vocabulary

/// Whoever runs a round opens its ballot, closes it, or sets it aside; how anybody voted is not to be seen.
public struct BallotKeeping: Sendable {
    public var work: RoundAtWork
    /// Options on which enough members may vote for their votes to stay secret.
    public var open: [Priorities.Option]

    /// What is to be done with the ballot, as the forms send it.
    public enum Deed: String, Sendable {
        case open, close, void
    }

    public static let deedField = "deed"

    /// - Parameter voters: how many must be able to vote on an option.
    public init(_ work: RoundAtWork, voters: Int) {
        self.work = work
        let round = work.round
        open = round.options.filter { option in
            round.members.count { !round.excluded($0.id).contains(option.id) } >= voters
        }
    }

    /// The first short name that no ballot of the round has had.
    public var freshID: Slug {
        for number in 1... {
            if let id = Slug("ballot-\(number)"), !work.round.endedBallots.contains(id) { return id }
        }
        preconditionFailure("numbers do not end")
    }

    /// Everything ticked that can be, and no day: people say on which day they discussed it.
    public var blank: SentValues { SentValues(["options": open.map(\.id.description)]) }

    public func written(_ act: OpenBallot) -> SentValues {
        var sent = SentValues(["options": act.options.map(\.description)])
        sent.set("discussed", to: DayTyped(act.discussedOn))
        return sent
    }

    public func read(_ sent: SentValues) throws(FieldErrors) -> OpenBallot {
        var reader = FieldReader(sent)
        let options = reader.ticked("options", among: open.map(\.id), missing: "Tick what is voted on.")
        let day = reader.day("discussed", missing: "Enter the day on which members discussed the answer.")
        try reader.done()
        guard let day else { throw FieldErrors([:]) }
        return OpenBallot(round: work.id, ballot: freshID, discussedOn: day, options: options)
    }

    public func readReason(_ sent: SentValues) throws(FieldErrors) -> String {
        var reader = FieldReader(sent)
        let reason = reader.text("reason", missing: "Give the reason in a sentence; it is on the record.")
        try reader.done()
        return reason
    }

    public func page(
        _ sent: SentValues? = nil, errors: FieldErrors = FieldErrors([:]), refusal: String? = nil
    ) -> FormPage {
        guard let ballot = work.round.ballot else { return opening(sent ?? blank, errors, refusal) }
        return ballot.choices == nil
            ? closing(ballot, sent ?? SentValues(), errors, refusal) : counted(ballot, refusal)
    }

    private func form(
        _ deed: Deed, _ label: String, parts: [Form.Part] = [], look: Form.Button.Look = .first, _ refusal: String?
    ) -> Form {
        Form(
            to: RoundWork.ballot.destination(in: work.id), token: work.token, id: ElementID("\(deed.rawValue)-ballot"),
            label: label, parts: parts, kept: [.init(BallotKeeping.deedField, deed.rawValue), work.keptRevision],
            button: .init(label, look), errors: refusal.map { [$0] } ?? [])
    }

    private func opening(_ sent: SentValues, _ errors: FieldErrors, _ refusal: String?) -> FormPage {
        let openly = work.round.options.filter { option in !open.contains { $0.id == option.id } }
        let note =
            openly.isEmpty
            ? Html.none
            : .paragraph(
                .text(
                    "Too few may vote on \(work.titles(openly.map(\.id))) for votes to stay secret: decide on it openly."
                ), class: "notes")
        let form = form(
            .open, "Open the ballot",
            parts: [
                .field(
                    Field(
                        "discussed", label: "When did members discuss the answer?", hint: "For example, 31 3 2027",
                        error: errors.sentences["discussed"], kind: .dayInThree(sent.day("discussed")))),
                .field(
                    Field(
                        "options", label: "What is voted on?", error: errors.sentences["options"],
                        kind: .checkboxes(work.choices(open), selected: Set(sent.all("options"))))),
            ], refusal)
        return FormPage(
            work, "Open a ballot", above: .manager,
            lede: [
                .paragraph(
                    """
                    A ballot is secret. It is on the answer as it stands: whatever changes the answer sets the ballot \
                    aside. Who has voted is on the record; how, nobody can see.
                    """, class: "lede"), note,
            ], form: work.round.result == nil ? nil : form)
    }

    private func closing(
        _ ballot: Ballot, _ sent: SentValues, _ errors: FieldErrors, _ refusal: String?
    ) -> FormPage {
        let rows = work.round.members.map { member in
            let isOut = work.round.excluded(member.id).isSuperset(of: ballot.options)
            return Html.SummaryRow(
                member.role.uppercasedFirst,
                .text(ballot.voted.contains(member.id) ? "Has voted" : isOut ? "Left out" : "Has not voted"))
        }
        let void = form(
            .void, "Set the ballot aside",
            parts: [
                .field(
                    Field(
                        "reason", label: "Why?", error: errors.sentences["reason"],
                        kind: .longText(value: sent["reason"], rows: 3)))
            ], look: .warning, nil)
        let isVoiding = !errors.sentences.isEmpty
        let close = form(.close, "Close the ballot and count", refusal)
        return FormPage(
            work, "The ballot is open", above: .manager,
            lede: [.summaryList(rows)] + (isVoiding ? [close.html] : []), form: isVoiding ? void : close,
            after: isVoiding
                ? []
                : [
                    .details(
                        summary: "Set the ballot aside, without counting",
                        [.paragraph("Members then vote again in another one."), void.html])
                ])
    }

    private func counted(_ ballot: Ballot, _ refusal: String?) -> FormPage {
        let rows = BallotTally(ballot)?.rows ?? []
        let round = work.round
        let table = Html.table(
            id: "tally", caption: "How the votes fell",
            columns: [
                ColumnHeading("Option"), ColumnHeading("Fund", isNumeric: true),
                ColumnHeading("Do not fund", isNumeric: true), ColumnHeading("Put off", isNumeric: true),
                ColumnHeading("Abstained", isNumeric: true), ColumnHeading("Left out", isNumeric: true),
            ], rows: rows.count
        ) { place, writer in
            let row = rows[place]
            writer.rowHeading { $0.text(round.option(row.option)?.title ?? row.option.description) }
            for count in [row.fund, row.doNotFund, row.deferred, row.abstained, row.leftOut] {
                writer.cell(isNumeric: true) { $0.text("\(count)") }
            }
        }
        return FormPage(
            work, "The ballot has closed", above: .manager,
            lede: [refusal.map { .paragraph(.text($0), class: "warning") }.orNone, table])
    }
}

extension DayTyped {
    /// A day as it would be typed.
    init(_ day: Day) {
        let (year, month, number) = day.parts
        self.init(day: "\(number)", month: "\(month)", year: "\(year)")
    }
}
