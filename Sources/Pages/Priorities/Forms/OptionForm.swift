import Markup
public import Priorities
public import Vocabulary

/// Somebody puts an option forward, or amends one.
///
/// What the form does not ask for (contracts that the option needs or frees, its group) stays as it was.
public struct OptionForm: Sendable {
    public var work: RoundAtWork
    /// Nil for a new one.
    public var option: Priorities.Option?
    /// The years for which costs are asked.
    public var years: [FinancialYear]

    /// Blank rows for evidence beyond what there is.
    private static let spare = 2

    /// - Parameter today: from which years are asked for, where the round has no money yet.
    public init(_ work: RoundAtWork, _ option: Priorities.Option? = nil, today: Day) {
        self.work = work
        self.option = option
        let held = work.round.envelope?.years.map(\.year) ?? []
        let first = today.month.financialYear
        let usual = held.isEmpty ? [first, first.next] : held
        years = Set(usual + (option?.costs.map(\.year) ?? [])).sorted()
    }

    private var place: RoundWork { option.map { .option($0.id) } ?? .newOption }

    public var blank: SentValues { option.map { written($0) } ?? SentValues(["kind": ["invest"]]) }

    public func written(_ option: Priorities.Option) -> SentValues {
        var sent = SentValues([
            "option": [option.id.description], "title": [option.title], "summary": [option.summary],
            "kind": [option.kind.rawValue], "fullYear": [TypedNumber.written(option.fullYear)],
            "capital": [TypedNumber.written(option.capital)],
            "workforce": [TypedNumber.written(Double(option.workforceHundredths) / 100)],
            "people": [option.people.map(String.init) ?? ""], "chance": [option.successPercent.map(String.init) ?? ""],
            "who": [option.whoBenefits], "area": [option.area?.description ?? ""],
            "tags": [option.tags.map(\.description).joined(separator: ", ")],
            "requires": option.requires.map(\.description), "changes": option.changesService ? ["yes"] : [],
        ])
        for cost in option.costs {
            sent["recurrent-\(cost.year.start)"] = TypedNumber.written(cost.recurrent)
            sent["once-\(cost.year.start)"] = TypedNumber.written(cost.oneOff)
        }
        for (place, evidence) in option.evidence.enumerated() {
            sent["claim-\(place)"] = evidence.claim
            sent["rung-\(place)"] = evidence.rung.rawValue
            sent["citation-\(place)"] = evidence.citation
        }
        return sent
    }

    public func read(_ sent: SentValues) throws(FieldErrors) -> Priorities.Option {
        var reader = FieldReader(sent)
        let id = option?.id ?? reader.slug("option", missing: "Enter a short name, such as care-home-visits.")
        if option == nil, let id, work.round.option(id) != nil {
            reader.refuse("option", "“\(id)” has been put forward already. Choose another short name.")
        }
        let title = reader.text("title", missing: "Enter a title.")
        let kind = reader.choice("kind", as: Priorities.Option.Kind.self, missing: "Choose what is to be done.")
        let costs = years.compactMap { year -> Priorities.Option.YearCost? in
            let number = year.start
            let recurrent = reader.money("recurrent-\(number)")
            let once = reader.money("once-\(number)")
            let held = option?.costs.contains { $0.year == year } ?? false
            guard recurrent != nil || once != nil || held else { return nil }
            return .init(year: year, recurrent: recurrent ?? .zero, oneOff: once ?? .zero)
        }
        if costs.isEmpty, reader.errors.isEmpty, let first = years.first {
            reader.refuse("recurrent-\(first.start)", "Enter what it costs in at least one year.")
        }
        let fullYear = reader.money("fullYear") ?? costs.max { $0.year < $1.year }?.recurrent ?? .zero
        let capital = reader.money("capital") ?? .zero
        let people = reader.count("people")
        let chance = reader.count("chance")
        let area = reader.text("area").isEmpty ? nil : reader.slug("area", missing: "")
        let known = work.round.options.map(\.id).filter { $0 != id }
        let requires = reader.ticked("requires", among: known)
        var read = option ?? Priorities.Option(id: id ?? Slug("option")!, title: title, costs: [], fullYear: .zero)
        read.title = title
        read.summary = reader.text("summary")
        read.kind = kind ?? .invest
        read.costs = costs
        read.fullYear = fullYear
        read.capital = capital
        read.workforceHundredths =
            reader.hundredths(
                "workforce", in: -99_999_999...99_999_999,
                else: "Whole-time equivalents have at most two decimals: 2.5.") ?? 0
        read.people = people
        read.successPercent = chance
        read.whoBenefits = reader.text("who")
        read.area = area
        read.tags = tags(&reader)
        read.requires = requires
        read.changesService = read.kind.isDisinvestment || sent.all("changes").contains("yes")
        read.evidence = evidence(&reader)
        try reader.done()
        return read
    }

    private func tags(_ reader: inout FieldReader) -> [Slug] {
        let words = reader.text("tags").split(separator: ",").map { String($0.trimmed) }.filter { !$0.isEmpty }
        let tags = words.compactMap { Slug($0) }
        if tags.count < words.count {
            reader.refuse("tags", "A tag is of small letters, digits and single hyphens: prevention, older-people.")
        }
        return tags
    }

    private var rows: Int { (option?.evidence.count ?? 0) + OptionForm.spare }

    private func evidence(_ reader: inout FieldReader) -> [Evidence] {
        (0..<rows).compactMap { place in
            let claim = reader.text("claim-\(place)")
            let citation = reader.text("citation-\(place)")
            guard !claim.isEmpty || !citation.isEmpty else { return nil }
            if claim.isEmpty { reader.refuse("claim-\(place)", "Enter what the evidence says.") }
            let rung = reader.choice("rung-\(place)", as: Evidence.Rung.self, missing: "Choose what it rests on.")
            let held = option.flatMap { $0.evidence.indices.contains(place) ? $0.evidence[place] : nil }
            // A needs assessment's version is cited by its digest, typed with the citation.
            let typed = citation.split { !$0.isLetter && !$0.isNumber }.lazy.compactMap { EvidenceID($0) }.first
            let isHeld = held?.claim == claim && held?.citation == citation
            return Evidence(
                claim: claim, rung: rung ?? .experience, citation: citation,
                digest: typed ?? (isHeld ? held?.digest : nil))
        }
    }

    // MARK: - The page

    public func page(
        _ sent: SentValues, errors: FieldErrors = FieldErrors([:]), refusal: String? = nil
    ) -> FormPage {
        let heading = option == nil ? "Put an option forward" : "Change “\(option?.title ?? "")”"
        let form = Form(
            to: place.destination(in: work.id), token: work.token, id: "option", label: heading,
            parts: what(sent, errors.sentences) + money(sent, errors.sentences) + effect(sent, errors.sentences)
                + grounds(sent, errors.sentences), kept: [work.keptRevision],
            button: .init(option == nil ? "Put it forward" : "Save"), errors: refusal.map { [$0] } ?? [])
        let scored = work.round.scores.values.joined().filter { $0.option == option?.id }.count
        let warning: Html =
            scored == 0
            ? .none
            : .notification(
                .important, title: "It has been scored", id: "scored",
                [
                    .paragraph(
                        .text(
                            "\(counted(scored, "score").uppercasedFirst) on it will be set aside, and the record says so."
                        ))
                ])
        let about: Html =
            option == nil
            ? .paragraph(
                """
                A title, a short name and its costs are enough to begin with. Everything can be changed until the \
                scores close.
                """, class: "lede") : .none
        return FormPage(work, heading, above: .manager, lede: [about, warning], form: form)
    }

    private func field(
        _ name: String, _ label: String, hint: String? = nil, _ errors: [String: String], _ kind: Field.Kind
    ) -> Form.Part {
        .field(Field(name, label: label, hint: hint, error: errors[name], kind: kind))
    }

    private func what(_ sent: SentValues, _ errors: [String: String]) -> [Form.Part] {
        [field("title", "Title", errors, .text(value: sent["title"]))]
            + (option == nil
                ? [
                    field(
                        "option", "Short name", hint: "By which files and addresses name it: care-home-visits.", errors,
                        .text(value: sent["option"]))
                ] : []) + [
                field("summary", "What is it?", errors, .longText(value: sent["summary"], rows: 3)),
                field(
                    "kind", "What is to be done?", errors,
                    .radios(
                        Priorities.Option.Kind.allCases.map { Choice($0.rawValue, $0.title) },
                        selected: sent.text("kind"))),
            ]
    }

    private func money(_ sent: SentValues, _ errors: [String: String]) -> [Form.Part] {
        let costs = years.map { year -> Form.Part in
            let number = year.start
            return .fieldset(
                legend: "Costs in \(year)",
                [
                    field(
                        "recurrent-\(number)", "In this year, of what goes on", errors,
                        .money(value: sent["recurrent-\(number)"])),
                    field("once-\(number)", "In this year, once", errors, .money(value: sent["once-\(number)"])),
                ])
        }
        return [
            .words(
                .paragraph(
                    """
                    What goes on is entered in each year, from the one in which it begins. Where money is freed, write \
                    it with a minus.
                    """, class: "hint"))
        ] + costs + [
            field(
                "fullYear", "A whole year, once everything runs",
                hint: "Leave it empty where it is as in the last year.",
                errors, .money(value: sent["fullYear"])),
            field(
                "capital", "Of what is paid once, capital",
                hint: "Buildings and equipment; leave it empty where there is none.",
                errors, .money(value: sent["capital"])),
            field(
                "workforce", "Staff", hint: "Whole-time equivalents; with a minus where staff are freed.", errors,
                .number(value: sent["workforce"])),
        ]
    }

    private func effect(_ sent: SentValues, _ errors: [String: String]) -> [Form.Part] {
        let isNeeded = work.round.benefit == .perPerson
        return [
            field(
                "people", "People who benefit in a year", hint: isNeeded ? nil : "If it is known.", errors,
                .number(value: sent["people"])),
            field(
                "chance", "Chance that it works for one of them, in per cent",
                hint: isNeeded ? "1 to 100." : "If it is known, 1 to 100.", errors, .number(value: sent["chance"])),
            field("who", "Who benefits?", errors, .text(value: sent["who"])),
            field(
                "area", "Area, if it is for one", hint: "A short name, such as coast. The answer is shown by area.",
                errors, .text(value: sent["area"])),
            field(
                "tags", "Tags, if a rule of the money speaks of them",
                hint: "Short names with commas between: prevention, older-people.",
                errors, .text(value: sent["tags"])),
        ]
    }

    private func grounds(_ sent: SentValues, _ errors: [String: String]) -> [Form.Part] {
        let others = work.round.options.filter { $0.id != option?.id }
        let requires =
            others.isEmpty
            ? []
            : [
                field(
                    "requires", "Only together with", errors,
                    .checkboxes(others.map { Choice($0.id.description, $0.title) }, selected: Set(sent.all("requires")))
                )
            ]
        let rungs = [Choice("", "Choose")] + Evidence.Rung.allCases.map { Choice($0.rawValue, $0.title) }
        return requires + [
            field(
                "changes", "Does it change services that patients have?", errors,
                .checkboxes(
                    [Choice("yes", "Yes", hint: "The law then asks for assessments before it is decided.")],
                    selected: Set(sent.all("changes"))))
        ]
            + (0..<rows).map { place in
                .fieldset(
                    legend: "Evidence \(place + 1)",
                    [
                        field("claim-\(place)", "What it says", errors, .text(value: sent["claim-\(place)"])),
                        field(
                            "rung-\(place)", "What it rests on", errors,
                            .choice([ChoiceGroup(nil, rungs)], selected: sent.text("rung-\(place)"))),
                        field(
                            "citation-\(place)", "Where it can be read", errors, .text(value: sent["citation-\(place)"])
                        ),
                    ])
            }
    }

    // MARK: - The list, and taking one out

    public static func list(_ work: RoundAtWork) -> FormPage {
        FormPage(
            work, "Options", above: .manager,
            lede: [
                work.round.options.isEmpty
                    ? .paragraph("None has been put forward yet.", class: "empty")
                    : .summaryList(
                        work.round.options.map { option in
                            .init(
                                option.title,
                                .text("\(option.kind.title); \(option.fullYear.inPounds) a year"),
                                links: [
                                    ("Change", RoundWork.option(option.id).destination(in: work.id)),
                                    ("Take out", RoundWork.withdraw(option.id).destination(in: work.id)),
                                ])
                        }),
                .paragraph(.link("Put an option forward", to: RoundWork.newOption.destination(in: work.id))),
                .paragraph(
                    .link("Put many forward, with a form in Excel", to: RoundWork.optionsForm.destination(in: work.id))),
            ])
    }

    /// - Parameter lost: what would be set aside.
    public static func withdrawing(
        _ work: RoundAtWork, _ option: Priorities.Option, _ sent: SentValues = SentValues(), lost: [String],
        errors: FieldErrors = FieldErrors([:]), refusal: String? = nil
    ) -> FormPage {
        let form = Form(
            to: RoundWork.withdraw(option.id).destination(in: work.id), token: work.token, id: "withdraw",
            label: "Take the option out",
            parts: [
                .field(
                    Field(
                        "reason", label: "Why?", hint: "This is published.", error: errors.sentences["reason"],
                        kind: .longText(value: sent["reason"], rows: 3)))
            ], kept: [work.keptRevision], button: .init("Take it out", .warning), errors: refusal.map { [$0] } ?? [])
        return FormPage(
            work, "Take “\(option.title)” out", above: .manager,
            lede: lost.isEmpty
                ? []
                : [
                    .notification(
                        .important, title: "What is set aside, and the record says so", id: "follows",
                        [.list(lost.map { .text($0.uppercasedFirst) })])
                ], form: form)
    }
}

extension Evidence.Rung {
    var title: String {
        switch self {
        case .systematic: "A systematic review"
        case .localData: "Local data"
        case .expert: "Expert opinion"
        case .experience: "Experience"
        }
    }
}
