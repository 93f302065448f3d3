public import Tabular
public import Vocabulary

/// A whole round as one folder of files, and the order in which it is taken in.
///
/// The files are `round.yaml`, `envelope.yaml`, `criteria.yaml`, `options.yaml` or `options/*.yaml`, `members.yaml`,
/// `weights.yaml`, `advice.yaml`, `scores.yaml` or `scores/MEMBER.csv` and `.xlsx`, `assessments.yaml`, `ballot.yaml`,
/// `meeting.yaml` and `decision.yaml`; each may be JSON instead. Only the first is needed: a folder may stop at any stage.
public struct RoundFolder: Sendable {
    public var round: RoundDocument
    public var envelope: EnvelopeDocument?
    public var criteria: CriteriaDocument?
    /// In the order of the files' names.
    public var options: [OptionsDocument] = []
    public var members: MembersDocument?
    public var weights: WeightsDocument?
    public var advice: AdviceDocument?
    public var scores: [ScoresDocument] = []
    /// Sheets that members sent, in the order of the members.
    public var sheets: [ScoreSheet] = []
    public var assessments: AssessmentsDocument?
    public var ballot: BallotDocument?
    /// The meeting that decides, from its agenda to its close, as governance reads it.
    public var meeting: (path: String, value: JSONValue)?
    public var decision: DecisionDocument?

    /// What a file of the folder is, by its path.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        case round, envelope, criteria, options, members, weights, advice, scores, assessments, ballot, meeting
        case decision
        /// `scores/MEMBER.csv` or `scores/MEMBER.xlsx`.
        case scoreSheet
        /// A document that an assessment names, or anything else.
        case other

        /// - Parameter path: from the folder on, with `/`.
        public init(path: String) {
            let steps = path.split(separator: "/").map(String.init)
            let name = steps.last ?? ""
            let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            let (stem, ending) = (parts.dropLast().joined(separator: "."), parts.last?.lowercased() ?? "")
            let isDocument = ["yaml", "yml", "json"].contains(ending)
            switch steps.count {
            case 1 where isDocument && Part.ofOneFile.contains { $0.rawValue == stem }: self = Part(rawValue: stem)!
            case 2 where steps[0] == "options" && isDocument: self = .options
            case 2 where steps[0] == "scores" && isDocument: self = .scores
            case 2 where steps[0] == "scores" && ["csv", "xlsx", "xlsm"].contains(ending): self = .scoreSheet
            default: self = .other
            }
        }

        private static let ofOneFile: [Part] = allCases.filter { $0 != .scoreSheet && $0 != .other }
    }

    /// A sheet of scores and whose it is, by the file's name.
    public struct ScoreSheet: Sendable {
        public var member: Slug
        public var form: ReturnedForm

        public init(member: Slug, form: ReturnedForm) {
            self.member = member
            self.form = form
        }
    }

    /// What is done next with a folder.
    public enum Step: Sendable {
        case act(any RoundAct)
        /// Read it against the round as it then stands, then let the member's scores be given.
        case sheet(ScoreSheet)
        case solve
        /// Open the ballot, let each member vote in secret, close it.
        case ballot(BallotDocument)
        /// Hold the meeting that the file describes.
        case meeting(path: String, value: JSONValue)
        /// Record what the meeting resolved.
        case decision(DecisionDocument)
    }

    /// - Parameters:
    ///   - documents: paths from the folder on, and what stands in the files.
    ///   - sheets: the same for sheets of scores.
    /// - Throws: a `Refusal` of kind `input`: `round-file-missing`, `round-file-twice`, `score-sheet-name`, and what
    ///   the documents refuse.
    public init(
        documents: [(path: String, value: JSONValue)], sheets: [(path: String, form: ReturnedForm)] = []
    ) throws(Refusal) {
        func all(_ part: Part) -> [(path: String, value: JSONValue)] {
            documents.filter { Part(path: $0.path) == part }.sorted { $0.path < $1.path }
        }
        func one(_ part: Part) throws(Refusal) -> (path: String, value: JSONValue)? {
            let found = all(part)
            guard found.count <= 1 else {
                throw Refusal(
                    .input, code: "round-file-twice", "Both \(found[0].path) and \(found[1].path) are there.",
                    remedy: "Keep one of them.")
            }
            return found.first
        }
        guard let first = try one(.round) else {
            throw Refusal(
                .input, code: "round-file-missing", "The folder has no round.yaml.",
                remedy: "Begin one with: remit round new")
        }
        round = try RoundDocument.read(first.value, named: first.path)
        if let file = try one(.envelope) { envelope = try EnvelopeDocument.read(file.value, named: file.path) }
        if let file = try one(.criteria) { criteria = try CriteriaDocument.read(file.value, named: file.path) }
        if let file = try one(.members) { members = try MembersDocument.read(file.value, named: file.path) }
        if let file = try one(.weights) { weights = try WeightsDocument.read(file.value, named: file.path) }
        if let file = try one(.advice) { advice = try AdviceDocument.read(file.value, named: file.path) }
        if let file = try one(.assessments) { assessments = try AssessmentsDocument.read(file.value, named: file.path) }
        if let file = try one(.ballot) { ballot = try BallotDocument.read(file.value, named: file.path) }
        meeting = try one(.meeting)
        if let file = try one(.decision) { decision = try DecisionDocument.read(file.value, named: file.path) }
        for file in all(.options) { options.append(try OptionsDocument.read(file.value, named: file.path)) }
        for file in all(.scores) { scores.append(try ScoresDocument.read(file.value, named: file.path)) }
        for file in sheets.sorted(by: { $0.path < $1.path }) {
            let name = file.path.split(separator: "/").last ?? ""
            guard let member = Slug(name.prefix { $0 != "." }) else {
                throw Refusal(
                    .input, code: "score-sheet-name", "\(file.path) is not named by a member's short name.",
                    remedy: "Name it scores/MEMBER.csv or scores/MEMBER.xlsx.")
            }
            self.sheets.append(ScoreSheet(member: member, form: file.form))
        }
    }

    /// Everything that the folder stands for, in the order in which the stages allow it.
    ///
    /// A stage is closed where a file of a later one is there.
    /// - Parameters:
    ///   - keeping: keeps a personal text apart and says by what it is named.
    ///   - holding: keeps the document at a path of the folder as a source, and says its digest.
    public func steps(
        keeping: (String) throws(Refusal) -> Personal,
        holding: (String) throws(Refusal) -> EvidenceID
    ) throws(Refusal) -> [Step] {
        let id = round.round
        var steps: [Step] = []
        func add(_ acts: [any RoundAct]) { steps += acts.map { .act($0) } }
        let isScored = !scores.isEmpty || !sheets.isEmpty
        let isDecided = decision != nil || ballot != nil || meeting != nil
        add(round.acts())
        add(envelope?.acts(in: id) ?? [])
        add(criteria?.acts(in: id) ?? [])
        add(try OptionsDocument(options: options.flatMap(\.options)).acts(in: id))
        if let members { add(try members.acts(in: id, keeping: keeping)) }
        if weights != nil || isScored { add([CloseStage(round: id, stage: .anchors)]) }
        add(weights?.acts(in: id) ?? [])
        if isScored { add([CloseStage(round: id, stage: .weights)]) }
        if let advice { add(try advice.acts(in: id, keeping: keeping)) }
        for document in scores { add(document.acts(in: id)) }
        steps += sheets.map { .sheet($0) }
        if isDecided {
            add([CloseStage(round: id, stage: .scores)])
            steps.append(.solve)
        }
        if let assessments { add(try assessments.acts(in: id, holding: holding)) }
        if let ballot { steps.append(.ballot(ballot)) }
        if let meeting { steps.append(.meeting(path: meeting.path, value: meeting.value)) }
        if var decision {
            if case .text(let name)? = meeting?.value["meeting"] { decision.meeting = decision.meeting ?? Slug(name) }
            steps.append(.decision(decision))
        }
        return steps
    }
}
