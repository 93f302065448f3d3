import Markup
public import Priorities
public import Vocabulary

/// Attaches a document that the law asks for before a service is stopped or changed; or says why there is none.
public struct AssessmentForm: Sendable {
    public var work: RoundAtWork
    public static let fileField = "document"

    public init(_ work: RoundAtWork) {
        self.work = work
    }

    private var round: Round { work.round }
    private var options: [Priorities.Option] { round.options.filter(\.needsAssessments) }

    /// What was read of the form; the document itself comes beside it.
    public struct Given: Hashable, Sendable {
        public var option: Slug
        public var kind: Assessment.Kind
        public var title: String
        public var dated: Day
        public var reasonForNone: String?
    }

    /// `evening-clinic-equality`, with a number behind it where there is one already.
    public func entry(_ given: Given) -> Slug {
        let ending =
            switch given.kind {
            case .equalityImpact: "equality"
            case .qualityImpact: "quality"
            case .publicInvolvement: "involvement"
            }
        let taken = Set(round.assessments.map(\.id))
        for number in 1... {
            // A short name has at most 60 characters.
            let stem = Slug(given.option.description.prefix(43)) ?? given.option
            let name = Slug("\(stem)-\(ending)\(number == 1 ? "" : "-\(number)")")
            if let name, !taken.contains(name) { return name }
        }
        preconditionFailure("one of the numbers is free")
    }

    /// - Parameter hasFile: true where a document came with the form.
    public func read(_ sent: SentValues, hasFile: Bool) throws(FieldErrors) -> Given {
        var reader = FieldReader(sent)
        let option = reader.option("option", of: round)
        let kind = reader.choice("kind", as: Assessment.Kind.self, missing: "Choose which document it is.")
        let title = reader.line("title", missing: "Enter the document’s title, or say what was done in its place.")
        let dated = reader.day("dated", missing: "Enter the day that the document bears.")
        let reason = reader.words("reason")
        if hasFile, reason != nil {
            reader.refuse("reason", "Give the document, or the reason why there is none, not both.")
        } else if !hasFile, reason == nil {
            reader.refuse(AssessmentForm.fileField, "Choose the document.")
        } else if !hasFile, let kind, kind != .publicInvolvement {
            reader.refuse(
                AssessmentForm.fileField, "Choose the document: only public involvement may have a reason for none.")
        }
        try reader.done()
        guard let option, let kind, let title, let dated else { throw FieldErrors([:]) }
        return Given(option: option, kind: kind, title: title, dated: dated, reasonForNone: reason)
    }

    /// What is asked for and what is there, and the form for the next.
    public func page(
        _ sent: SentValues = SentValues(), errors: FieldErrors = FieldErrors([:]), refusal: String? = nil
    ) -> FormPage {
        let heading = "What the law asks for"
        guard !options.isEmpty else {
            return FormPage(
                work, heading, above: .decider,
                lede: [.paragraph("No option of this round stops or changes a service.", class: "lede")])
        }
        return FormPage(
            work, heading, above: .decider,
            lede: [
                .paragraph(
                    """
                    A service may be stopped or changed only after these documents were seen by those who decide. They \
                    are dated before the decision. Each member says on their own page that they have read them.
                    """, class: "lede"), .summaryList(rows),
            ], form: round.decision == nil ? form(sent, errors.sentences, refusal) : nil)
    }

    private var rows: [Html.SummaryRow] {
        options.flatMap { option in
            Assessment.Kind.allCases.map { kind in
                let held = round.assessments.filter { $0.option == option.id && $0.kind == kind }
                let words = held.map { one in
                    let seen = round.seen.count { $0.assessment == one.id }
                    return one.reasonForNone.map { "There is none: \($0)" }
                        ?? "“\(one.title)”, \(one.dated.inWords); seen by \(counted(seen, "member"))"
                }
                return .init(
                    "\(option.title): \(kind.words)",
                    held.isEmpty ? "Missing" : .text(words.joined(separator: "; ")))
            }
        }
    }

    private func form(_ sent: SentValues, _ errors: [String: String], _ refusal: String?) -> Form {
        Form(
            to: RoundWork.assessments.destination(in: work.id), token: work.token, id: "assessment",
            label: "Attach a document",
            parts: [
                .field(
                    Field(
                        "option", label: "On which option?", error: errors["option"],
                        kind: .radios(
                            options.map { Choice($0.id.description, $0.title) }, selected: sent.text("option")))),
                .field(
                    Field(
                        "kind", label: "Which document?", error: errors["kind"],
                        kind: .radios(
                            Assessment.Kind.allCases.map { Choice($0.rawValue, $0.words.uppercasedFirst) },
                            selected: sent.text("kind")))),
                .field(
                    Field(
                        "title", label: "What is it called?", hint: "The title is published; the document is not.",
                        error: errors["title"], kind: .text(value: sent["title"]))),
                .field(
                    Field(
                        "dated", label: "Which day does it bear?", hint: "For example, 31 3 2027",
                        error: errors["dated"], kind: .dayInThree(sent.day("dated")))),
                .field(
                    Field(
                        AssessmentForm.fileField, label: "The document",
                        hint: "At most 128 MB, naming no patient. Choose it again where the form is shown again.",
                        error: errors[AssessmentForm.fileField], kind: .file(accepting: []))),
                .field(
                    Field(
                        "reason", label: "If the public was not involved: why not?",
                        hint: "Only for public involvement, and only where there is no document. It is published.",
                        error: errors["reason"], kind: .longText(value: sent["reason"], rows: 2))),
            ], kept: [work.keptRevision], button: .init("Attach it"), errors: refusal.map { [$0] } ?? [])
    }
}
