import ArgumentParser
import Files
import Foundation
import Priorities
import Store
import Tabular
import Vocabulary

/// `remit round template`: forms that people without an account fill in and send back.
struct RoundTemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Make forms to fill in: for options, for scores, for assessments.",
        discussion: """
            options: one Excel form. scores: one Excel form for each member, or for --member alone; options from \
            which a member is left out do not stand on it. assessments: three Word documents for every option that \
            stops or changes a service. --yaml makes files to edit instead.
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable { case options, scores, assessments }

    @OptionGroup var options: RoundOptions

    @Argument(help: "options, scores or assessments.")
    var kind: Kind

    @Option(help: ArgumentHelp("Only this member's form for scores.", valueName: "member"))
    var member: Slug?

    @Option(help: ArgumentHelp("Write one Excel form to this file.", valueName: "file"))
    var xlsx: String?

    @Option(help: ArgumentHelp("Write all forms into this folder.", valueName: "dir"))
    var to: String?

    @Flag(help: "Write YAML to edit, in place of Excel and Word.")
    var yaml = false

    func validate() throws {
        if (xlsx == nil) == (to == nil) { throw ValidationError("Say where the form goes: --xlsx FILE or --to DIR.") }
        if xlsx != nil && yaml { throw ValidationError("--yaml goes with --to DIR.") }
        if xlsx != nil && kind == .assessments { throw ValidationError("Assessments go with --to DIR.") }
        if xlsx != nil && kind == .scores && member == nil {
            throw ValidationError("Say whose form it is with --member, or make everybody's with --to DIR.")
        }
    }

    func run() async throws {
        let desk = RoundDesk(try options.store.open())
        let round = try desk.round(options.round)
        let files = try made(round, desk)
        if let xlsx, let file = files.first {
            try WholeFile.write(file.bytes, to: xlsx)
            Printing.line("Wrote \(xlsx).")
        } else if let to {
            let places = files.map { (path: "\(to)/\($0.path)", bytes: $0.bytes) }
            if let there = places.first(where: { FileManager.default.fileExists(atPath: $0.path) }) {
                throw Refusal(
                    .usage, code: "file-exists", "\(there.path) is there already; nothing was written.",
                    remedy: "Name another folder with --to.")
            }
            for place in places {
                try FileManager.default.createDirectory(
                    atPath: (place.path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                try WholeFile.write(place.bytes, to: place.path)
                Printing.line("Wrote \(place.path).")
            }
        }
        Printing.line("Next: \(next(round))")
    }

    private func next(_ round: Round) -> String {
        switch kind {
        case .options: "have it filled in, then remit round options \(round.id) FILE"
        case .scores: "have each filled in alone, then remit round score \(round.id) FILE…"
        case .assessments:
            "fill them in, list them in assessments.yaml, then remit round assess \(round.id) assessments.yaml"
        }
    }

    private func made(_ round: Round, _ desk: RoundDesk) throws -> [(path: String, bytes: [UInt8])] {
        switch kind {
        case .options:
            if yaml { return [("options.yaml", Array(RoundSkeletons.options(round).utf8))] }
            return [("options.xlsx", try WorkbookFile.bytes(form: OptionsTemplate.form(for: round)))]
        case .scores:
            let members = member.map { [$0] } ?? round.members.map(\.id)
            return try members.map { member in
                let form = try ScoresTemplate.form(for: member, in: round)
                return yaml
                    ? ("scores/\(member).yaml", Array(RoundSkeletons.scores(of: member, round).utf8))
                    : ("scores/\(member).xlsx", try WorkbookFile.bytes(form: form))
            }
        case .assessments:
            let meant = round.options.filter(\.needsAssessments)
            guard !meant.isEmpty else {
                throw Refusal(
                    .rule, code: "nothing-to-assess",
                    "No option of “\(round.title)” stops or changes a service: the law asks for no assessment.")
            }
            let documents = try meant.flatMap { option in
                try Assessment.Kind.allCases.map { kind in
                    let form = try AssessmentForm(kind, option, round, desk.rules.rulebook, on: Clock.now().day)
                    return (path: "documents/\(AssessmentForm.name(kind, option)).docx", bytes: form.document.bytes())
                }
            }
            let list = (path: "assessments.yaml", bytes: Array(RoundSkeletons.assessments(meant, round).utf8))
            return (yaml ? [] : documents) + [list]
        }
    }
}
