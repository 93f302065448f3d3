public import Governance
public import Markup
import Vocabulary

/// Asks how an item of an agenda is to be: what it was put there with, its papers, and the documents that the law asks
/// for.
public struct AmendItemForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// The item as it stands: what is not asked for stays.
    public var standing: AgendaItem
    /// What is asked when it is put on the agenda.
    private var asked: AgendaItemForm

    /// - Parameter asked: the form by which an item is put on the agenda, with its lists.
    public init(_ filled: SentValues? = nil, of standing: AgendaItem, as asked: AgendaItemForm) {
        self.filled = filled ?? AmendItemForm.filled(with: AmendItem(meeting: asked.meeting, item: standing))
        self.standing = standing
        self.asked = asked
    }

    public static let morePapers = "papers"

    /// The field of a file for a document that the law asks for.
    public static func file(of kind: AgendaItem.Gate.Kind) -> String { "gate-\(kind.rawValue)-file" }

    /// The form's lists, with what the item has already.
    private var base: AgendaItemForm {
        var base = asked
        base.filled = filled
        base.errors = errors
        func add(_ value: String, _ words: String, to choices: inout [Choice]) {
            if !choices.contains(where: { $0.value == value }) { choices.append(Choice(value, words)) }
        }
        func words(_ name: Slug) -> String { ShortName.words(of: name).firstUpper }
        if let matter = standing.matter { add(matter.description, words(matter), to: &base.matters) }
        for kind in standing.classes { add(kind.description, words(kind), to: &base.classes) }
        if let person = standing.reporter { add(person.description, person.description, to: &base.people) }
        switch standing.subject {
        case .minutes(let meeting): add(meeting.description, meeting.description, to: &base.minutes)
        case .decisions(let ids): for id in ids { add(id.description, id.description, to: &base.owed) }
        default: break
        }
        return base
    }

    // MARK: - What is asked

    public var parts: [Form.Part] {
        base.partsOfItem
            + [yesOrNo("changesService", "Would it stop or change a service?")]
            + AgendaItem.Gate.Kind.allCases.map { gate($0) } + [papers]
            + [line("reason", "Why, where the papers are out already?")]
    }

    private var papers: Form.Part {
        let held = standing.papers.enumerated().map { number, paper in
            let name = AmendItemForm.field(paper, number)
            let title = filled.has(name) ? filled.text(name) : paper.title
            return Form.Part.field(
                Field(
                    name, label: "The title of paper \(number + 1)", error: errors[name], kind: .text(value: title)))
        }
        return .fieldset(
            legend: "Papers", hint: held.isEmpty ? nil : "A paper whose title you empty is taken off.",
            held + [
                field(
                    AmendItemForm.morePapers, held.isEmpty ? "Papers, one or several" : "More papers, one or several",
                    hint: "At most 128 MB together. Each has the name of its file as its title.",
                    .file(accepting: [], several: true))
            ])
    }

    private func gate(_ kind: AgendaItem.Gate.Kind) -> Form.Part {
        let stem = "gate-\(kind.rawValue)"
        let held = standing.gates.first { $0.kind == kind }?.document != nil
        var parts = [
            line("\(stem)-title", "The title of the \(kind.inWords)"),
            day("\(stem)-dated", "The day of the \(kind.inWords)"),
            field(
                AmendItemForm.file(of: kind), "The \(kind.inWords) as a file",
                hint: held ? "One is held already; a file takes its place, and is to be seen anew." : nil,
                .file(accepting: [])),
        ]
        if kind == .publicInvolvement {
            parts.append(line("\(stem)-reason", "Where there is none: why was the public not involved?"))
        }
        return .fieldset(
            legend: kind.inWords.firstUpper,
            hint: "The law asks for it where a service is stopped or changed. Leave it empty where it is not needed.",
            parts)
    }

    /// A paper is known by its document, so that two people who change its title mean the same.
    private static func field(_ paper: AgendaItem.Paper, _ number: Int) -> String {
        "paper-\(paper.document.map { String($0.description.prefix(12)) } ?? "\(number)")"
    }

    // MARK: - What is answered

    public func read(_ reader: inout FieldReader) -> AmendItem? {
        guard var item = base.item(&reader) else {
            _ = gates(&reader)
            return nil
        }
        item.id = standing.id
        item.touches += standing.touches.filter { $0.part != nil }
        if item.subject == .other {
            switch standing.subject {
            case .minutes, .decisions: break
            default: item.subject = standing.subject
            }
        }
        item.changesService = reader.sent.text("changesService") == "yes"
        item.gates = gates(&reader)
        item.papers = standing.papers.enumerated().compactMap { number, paper in
            let name = AmendItemForm.field(paper, number)
            guard reader.sent.has(name) else { return paper }
            guard let title = reader.line(name) else { return nil }
            var paper = paper
            paper.title = title
            return paper
        }
        let reason = reader.line("reason")
        guard reader.errors.isEmpty else { return nil }
        return AmendItem(meeting: asked.meeting, item: item, reason: reason)
    }

    private func gates(_ reader: inout FieldReader) -> [AgendaItem.Gate] {
        var gates: [AgendaItem.Gate] = []
        for kind in AgendaItem.Gate.Kind.allCases {
            let stem = "gate-\(kind.rawValue)"
            let held = standing.gates.first { $0.kind == kind }
            let (title, dated) = (reader.line("\(stem)-title"), reader.day("\(stem)-dated"))
            let reason = kind == .publicInvolvement ? reader.line("\(stem)-reason") : nil
            guard title != nil || dated != nil || reason != nil else { continue }
            if title == nil { reader.refuse("\(stem)-title", "Say what the document is called.") }
            if dated == nil { reader.refuse("\(stem)-dated", "Enter its day.") }
            guard let title, let dated else { continue }
            gates.append(
                AgendaItem.Gate(
                    kind: kind, title: title, document: held?.document, dated: dated, seenBy: held?.seenBy ?? [],
                    reasonForNone: reason))
        }
        return gates
    }

    public static func filled(with act: AmendItem) -> SentValues {
        var filled = AgendaItemForm.filled(with: PutOnAgenda(meeting: act.meeting, item: act.item))
        filled.fill("changesService", act.item.changesService ? "yes" : "no")
        for gate in act.item.gates.reversed() {
            let stem = "gate-\(gate.kind.rawValue)"
            filled.fill("\(stem)-title", gate.title)
            filled.fill("\(stem)-dated", gate.dated)
            filled.fill("\(stem)-reason", gate.reasonForNone)
        }
        for (number, paper) in act.item.papers.enumerated() { filled.fill(field(paper, number), paper.title) }
        filled.fill("reason", act.reason)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? { AgendaItemForm.field(ofRefusal: code) }

    public static func subject(of act: AmendItem) -> String? { act.item.id.description }
}
