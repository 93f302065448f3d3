public import Governance
public import Markup
public import Vocabulary

/// Asks what everybody who may vote agreed to without a vote.
public struct ConsensusForm: AskedForm {
    /// The same proposal as for a vote, with nobody who puts it.
    private var proposal: MotionForm

    public var filled: SentValues {
        get { proposal.filled }
        set { proposal.filled = newValue }
    }
    public var errors: [String: String] {
        get { proposal.errors }
        set { proposal.errors = newValue }
    }
    public var failures: [String] {
        get { proposal.failures }
        set { proposal.failures = newValue }
    }

    public init(
        _ filled: SentValues = SentValues(), meeting: Slug, item: Slug, entry: Slug, partsOfItem: [Choice] = []
    ) {
        proposal = MotionForm(
            filled, meeting: meeting, item: item, entry: entry, people: [], partsOfItem: partsOfItem)
    }

    public var kept: [Form.Kept] { proposal.kept }

    public var parts: [Form.Part] { proposal.proposed + proposal.some }

    public func read(_ reader: inout FieldReader) -> DecideByConsensus? {
        proposal.motion(&reader).map { DecideByConsensus(meeting: proposal.meeting, motion: $0) }
    }

    public static func filled(with act: DecideByConsensus) -> SentValues { MotionForm.filled(with: act.motion) }

    public static func field(ofRefusal code: String) -> String? { MotionForm.field(ofRefusal: code) }

    public static func subject(of act: DecideByConsensus) -> String? { act.motion.id.description }

    public func renamed(_ entry: Slug) -> Self {
        var form = self
        form.proposal.entry = entry
        return form
    }
}
