import Markup
public import Priorities
public import Vocabulary

/// A member scores all options on one criterion: those that the member is left out of do not stand there.
public struct ScoresForm: Sendable {
    public var work: RoundAtWork
    public var member: Member
    public var criterion: Criterion
    public var scale: Priorities.Scale

    /// - Returns: nil for a branch, which is not scored.
    public init?(_ work: RoundAtWork, _ member: Member, on criterion: Criterion) {
        guard let scale = criterion.scale else { return nil }
        self.work = work
        self.member = member
        self.criterion = criterion
        self.scale = scale
    }

    public var options: [Priorities.Option] {
        let excluded = work.round.excluded(member.id)
        return work.round.options.filter { !excluded.contains($0.id) }
    }

    /// What the member gave on the criterion, by option.
    public static func held(_ member: Slug, on criterion: Slug, in round: Round) -> [Slug: Score] {
        let given = (round.scores[member] ?? []).filter { $0.criterion == criterion }
        return Dictionary(given.map { ($0.option, $0) }, uniquingKeysWith: { $1 })
    }

    public var blank: SentValues {
        let held = ScoresForm.held(member.id, on: criterion.id, in: work.round)
        return written(options.compactMap { held[$0.id] })
    }

    /// What was sent, and for options that were left blank what is recorded by now.
    public func filled(_ sent: SentValues) -> SentValues {
        let held = blank
        var filled = sent
        for option in options where sent.text(field("score", option.id)).isEmpty {
            for name in ["score", "low", "high", "note"].map({ field($0, option.id) }) where held.has(name) {
                filled[name] = held[name]
            }
        }
        return filled
    }

    public func written(_ scores: [Score]) -> SentValues {
        var sent = SentValues()
        for score in scores {
            sent[field("score", score.option)] = TypedNumber.written(score.value)
            if let low = score.low { sent[field("low", score.option)] = TypedNumber.written(low) }
            if let high = score.high { sent[field("high", score.option)] = TypedNumber.written(high) }
            if let note = score.note { sent[field("note", score.option)] = note }
        }
        return sent
    }

    /// The scores that were given, in the round's order; options left blank are not among them.
    ///
    /// - Parameter seen: what the member saw on the form; nil for what is held now.
    /// - Throws: for a figure that is none or lies outside the scale, an order of lowest, score and highest that cannot
    ///   be, and a score that was given before and is now blank.
    public func read(_ sent: SentValues, seen: [Slug: Score]? = nil) throws(FieldErrors) -> [Score] {
        var reader = FieldReader(sent)
        let held = seen ?? ScoresForm.held(member.id, on: criterion.id, in: work.round)
        var scores: [Score] = []
        for option in options {
            let name = field("score", option.id)
            let figures = ["low", "score", "high"].map { reader.number(field($0, option.id)) }
            let note = reader.text(field("note", option.id))
            let isBlank = ["low", "score", "high", "note"].allSatisfy { sent.text(field($0, option.id)).isEmpty }
            guard let value = figures[1] else {
                if isBlank, held[option.id] != nil {
                    reader.refuse(name, "Enter a score for “\(option.title)”: it can be changed, but not taken back.")
                } else if !isBlank {
                    reader.refuse(name, "Enter a score for “\(option.title)”, or clear all its fields.")
                }
                continue
            }
            for (part, figure) in zip(["low", "score", "high"], figures) {
                if let figure, let fault = outside(figure) { reader.refuse(field(part, option.id), fault) }
            }
            if let low = figures[0], low > value {
                reader.refuse(field("low", option.id), "The lowest for “\(option.title)” is above its score.")
            }
            if let high = figures[2], high < value {
                reader.refuse(field("high", option.id), "The highest for “\(option.title)” is below its score.")
            }
            scores.append(
                Score(
                    option: option.id, criterion: criterion.id, value: value, low: figures[0], high: figures[2],
                    note: note.isEmpty ? nil : note))
        }
        if reader.errors.isEmpty, scores.isEmpty, let first = options.first {
            reader.refuse(field("score", first.id), "Enter at least one score.")
        }
        try reader.done()
        return scores
    }

    private func field(_ part: String, _ option: Slug) -> String { "\(part)-\(option)" }

    private func outside(_ figure: Double) -> String? {
        guard scale.outside == .refused, let first = scale.anchors.first?.at, let last = scale.anchors.last?.at,
            figure < first || figure > last
        else { return nil }
        return "\(figure.forReading) lies outside the scale: \(first.forReading) to \(last.forReading) \(scale.unit)."
    }

    /// - Parameter conflicts: scores that were recorded since the page was opened and are not those given here.
    public func page(
        _ sent: SentValues, errors: FieldErrors = FieldErrors([:]), refusal: String? = nil,
        conflicts: [Slug: Score] = [:]
    ) -> FormPage {
        let parts = options.map { part(for: $0, sent, errors.sentences, conflicts[$0.id]) }
        let clash =
            conflicts.isEmpty ? nil : "Scores of yours on this page were changed since you opened it. Both are shown."
        let form = Form(
            to: RoundWork.scoresOn(criterion.id).destination(in: work.id), token: work.token, id: "scores",
            label: "Your scores: \(criterion.title)", parts: parts, kept: [work.keptRevision],
            button: .init(conflicts.isEmpty ? "Save and go on" : "Save mine in their place"),
            errors: [refusal, clash].compactMap(\.self))
        let left = work.round.options.count - options.count
        let leftOut =
            left == 0
            ? Html.none
            : .paragraph(
                .text("You are left out of \(counted(left, "option")) for an interest; they do not stand here."),
                class: "notes")
        return FormPage(
            work, criterion.title, above: .member,
            lede: [
                .paragraph(.text(criterion.meaning), class: "lede"), anchors, .paragraph(.text(advice), class: "notes"),
                leftOut,
            ], form: options.isEmpty ? nil : form)
    }

    private var advice: String {
        let outside: String =
            switch scale.outside {
            case .refused: ""
            case .cut: " What lies outside counts as the end."
            case .extended: " What lies outside counts on in the same line."
            }
        let lost =
            options.contains { $0.kind.isDisinvestment }
            ? " Where a service is stopped, reduced or changed, score what people would lose." : ""
        return "Any figure on the scale will do.\(outside) Give the lowest and highest where you are unsure.\(lost)"
    }

    /// The scale in words.
    private var anchors: Html {
        let anchors = scale.anchors
        return .table(
            id: "anchors", caption: "What the figures mean",
            columns: [
                ColumnHeading("Figure", unit: scale.unit), ColumnHeading("Meaning"),
                ColumnHeading("Worth, 0 to 100", isNumeric: true),
            ], rows: anchors.count
        ) { place, writer in
            writer.rowHeading { $0.text(anchors[place].at.forReading) }
            writer.cell { $0.text(anchors[place].meaning) }
            writer.cell(isNumeric: true) { $0.text(anchors[place].value.forReading) }
        }
    }

    private func part(
        for option: Priorities.Option, _ sent: SentValues, _ errors: [String: String], _ conflict: Score?
    ) -> Form.Part {
        func figure(_ part: String, _ label: String) -> Form.Part {
            let name = field(part, option.id)
            return .field(Field(name, label: label, error: errors[name], kind: .number(value: sent[name])))
        }
        let name = field("note", option.id)
        let recorded = conflict.map { score in
            Form.Part.words(
                .paragraph([.strong("Recorded by now: "), .text(ScoresForm.words(score))], class: "recorded"))
        }
        return .fieldset(
            legend: option.title, hint: about(option),
            [recorded].compactMap(\.self) + [
                figure("score", "Score"), figure("low", "Lowest"), figure("high", "Highest"),
                .field(Field(name, label: "Note", error: errors[name], kind: .text(value: sent[name]))),
            ])
    }

    private func about(_ option: Priorities.Option) -> String? {
        let kind = option.kind == .invest ? nil : option.kind.title
        let words = [kind, option.summary.isEmpty ? nil : option.summary].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: ": ")
    }

    /// `7 (5 to 8): sound trials`.
    public static func words(_ score: Score) -> String {
        var words = score.value.forReading
        if score.low != nil || score.high != nil {
            words += " (\((score.low ?? score.value).forReading) to \((score.high ?? score.value).forReading))"
        }
        return words + (score.note.map { ": \($0)" } ?? "")
    }
}
