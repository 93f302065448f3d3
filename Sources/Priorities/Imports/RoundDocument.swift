public import Vocabulary

/// `round.yaml`: what a round is about, how benefit is counted, and how its decision may be appealed against.
public struct RoundDocument: Hashable, Sendable, Codable {
    public var round: Slug
    public var title: String
    public var programme: Programme
    public var benefit: BenefitKind
    public var appeals: AppealsRoute?
    public var settings: GivenSettings?
    /// In which way members are asked first how much criteria matter: `swing`, `rankOrder`, `pairwise`, `tradeOff`.
    public var weighing: WeightsGiven.Method?

    /// What of the calculation's settings the file gives; the rest stays as it is.
    public struct GivenSettings: Hashable, Sendable, Codable {
        public var seed: Int?
        public var draws: Int?
        public var coreDraws: Int?
        public var frontierPoints: Int?
        public var gap: Double?

        public init(
            seed: Int? = nil, draws: Int? = nil, coreDraws: Int? = nil, frontierPoints: Int? = nil, gap: Double? = nil
        ) {
            self.seed = seed
            self.draws = draws
            self.coreDraws = coreDraws
            self.frontierPoints = frontierPoints
            self.gap = gap
        }
    }

    public init(
        round: Slug, title: String, programme: Programme, benefit: BenefitKind, appeals: AppealsRoute? = nil,
        settings: GivenSettings? = nil, weighing: WeightsGiven.Method? = nil
    ) {
        self.round = round
        self.title = title
        self.programme = programme
        self.benefit = benefit
        self.appeals = appeals
        self.settings = settings
        self.weighing = weighing
    }

    /// - Throws: a `Refusal` of kind `input` that names the key.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> RoundDocument {
        try json.documentRoot(named: name).document(named: name)
    }

    public func acts() -> [any RoundAct] {
        let chosen = settings == nil ? nil : settings(over: RoundResult.Settings())
        return [
            OpenRound(
                round: round, title: title, programme: programme, benefit: benefit, appeals: appeals,
                settings: chosen, weighing: weighing)
        ]
    }

    /// The settings given, the others as they are in `standing`.
    public func settings(over standing: RoundResult.Settings = RoundResult.Settings()) -> RoundResult.Settings {
        RoundResult.Settings(
            seed: settings?.seed ?? standing.seed, draws: settings?.draws ?? standing.draws,
            coreDraws: settings?.coreDraws ?? standing.coreDraws,
            frontierPoints: settings?.frontierPoints ?? standing.frontierPoints, gap: settings?.gap ?? standing.gap)
    }
}

extension JSONValue {
    /// This value, where it is an object: every document of a round is one.
    ///
    /// - Throws: a `Refusal` of kind `input`, code `document-not-keyed`.
    func documentRoot(named name: String) throws(Refusal) -> JSONValue {
        guard case .object = self else {
            throw Refusal(
                .input, code: "document-not-keyed", "\(name) does not begin with a key such as “options:”.",
                remedy: "The manual’s page docs/rounds.md shows each file of a round.")
        }
        try refuseControlCharacters(at: "\(name): ")
        return self
    }

    /// A document of a round, read as its type says, with a remedy for whatever cannot be.
    ///
    /// - Throws: a `Refusal` of kind `input` that names the file and the place in it: `options[3].costs[0].year`.
    public func document<Document: Decodable>(
        as type: Document.Type = Document.self, named name: String
    ) throws(Refusal) -> Document {
        do {
            return try decoded(as: type, named: name)
        } catch {
            guard error.remedy == nil else { throw error }
            let remedy: String =
                switch error.code {
                case "key-missing", "value-missing": "Add it there."
                case "value-kind": "Write it in that form there."
                case _ where error.sentence.hasSuffix("is not known here."):
                    "Correct its spelling, or take it out."
                default: "Correct it there."
                }
            let isCounted = error.sentence.contains("[")
            throw Refusal(
                error.kind, code: error.code, error.sentence,
                remedy: remedy + (isCounted ? " Entries of a list count from 0: [0] is the first." : "")
                    + " The manual’s page docs/rounds.md shows each file of a round.")
        }
    }
}
