import Vocabulary

/// An invented round as the folder of files that a user would have.
public struct ExemplarRound: Hashable, Sendable {
    /// The round's short name: `dental-2025`.
    public var id: String
    /// Each with its path from the folder on: `options.yaml`, `scores/lay-chair.csv`, `documents/coast-equality.md`.
    public var files: [File]

    public struct File: Hashable, Sendable {
        public var path: String
        public var bytes: [UInt8]

        public init(_ path: String, _ bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    public init(id: String, files: [File]) {
        self.id = id
        self.files = files
    }

    /// The bytes at a path; nil where there is no such file.
    public func bytes(of path: String) -> [UInt8]? { files.first { $0.path == path }?.bytes }
}

extension ExemplarRound: CustomStringConvertible {
    public var description: String { id }
}

extension Exemplar {
    /// The rounds as they are decided on the morning of 10 June 2025.
    public static let rounds = rounds(for: Occasion(endingAt: Moment(secondsSince1970: 1_749_546_000)))

    /// Wexbourne's two rounds: on dental services, with 24 options and nine members, and a smaller one on diabetes care.
    ///
    /// Each is decided by a meeting of a committee that `governance(for:)` has.
    public static func rounds(for occasion: Occasion) -> [ExemplarRound] {
        files.map { round in
            ExemplarRound(
                id: round.id,
                files: round.files.map { file in
                    file.path == "meeting.yaml" ? .init(file.path, occasion.filled(file.bytes)) : file
                })
        }
    }

    /// A small round that is open: its criteria are settled, one member has given weights, and three have yet to.
    public static let openRound = ExemplarRound(
        id: "toothache-2027",
        files: [
            .init("round.yaml", PackageResources.toothache_round_yaml),
            .init("envelope.yaml", PackageResources.toothache_envelope_yaml),
            .init("criteria.yaml", PackageResources.toothache_criteria_yaml),
            .init("options.yaml", PackageResources.toothache_options_yaml),
            .init("members.yaml", PackageResources.toothache_members_yaml),
            .init("weights.yaml", PackageResources.toothache_weights_yaml),
        ])

    private static let files: [ExemplarRound] = [
        ExemplarRound(
            id: "dental-2025",
            files: [
                .init("round.yaml", PackageResources.dental_round_yaml),
                .init("envelope.yaml", PackageResources.dental_envelope_yaml),
                .init("criteria.yaml", PackageResources.dental_criteria_yaml),
                .init("options.yaml", PackageResources.dental_options_yaml),
                .init("members.yaml", PackageResources.dental_members_yaml),
                .init("weights.yaml", PackageResources.dental_weights_yaml),
                .init("advice.yaml", PackageResources.dental_advice_yaml),
                .init("scores/care-home-nurse.csv", PackageResources.dental_scores_care_home_nurse_csv),
                .init("scores/dental-commissioner.csv", PackageResources.dental_scores_dental_commissioner_csv),
                .init("scores/finance-lead.csv", PackageResources.dental_scores_finance_lead_csv),
                .init("scores/general-dentist.csv", PackageResources.dental_scores_general_dentist_csv),
                .init("scores/lay-chair.csv", PackageResources.dental_scores_lay_chair_csv),
                .init("scores/patients-voice.csv", PackageResources.dental_scores_patients_voice_csv),
                .init("scores/practice-manager.csv", PackageResources.dental_scores_practice_manager_csv),
                .init("scores/public-health.csv", PackageResources.dental_scores_public_health_csv),
                .init("scores/special-care-dentist.csv", PackageResources.dental_scores_special_care_dentist_csv),
                .init("assessments.yaml", PackageResources.dental_assessments_yaml),
                .init("documents/scaling-equality.md", PackageResources.dental_scaling_equality_md),
                .init("documents/scaling-quality.md", PackageResources.dental_scaling_quality_md),
                .init("documents/scaling-involvement.md", PackageResources.dental_scaling_involvement_md),
                .init("documents/rebase-equality.md", PackageResources.dental_rebase_equality_md),
                .init("documents/rebase-quality.md", PackageResources.dental_rebase_quality_md),
                .init("documents/coast-equality.md", PackageResources.dental_coast_equality_md),
                .init("ballot.yaml", PackageResources.dental_ballot_yaml),
                .init("meeting.yaml", PackageResources.dental_meeting_yaml),
                .init("decision.yaml", PackageResources.dental_decision_yaml),
            ]),
        ExemplarRound(
            id: "diabetes-2025",
            files: [
                .init("round.yaml", PackageResources.diabetes_round_yaml),
                .init("envelope.yaml", PackageResources.diabetes_envelope_yaml),
                .init("criteria.yaml", PackageResources.diabetes_criteria_yaml),
                .init("options.yaml", PackageResources.diabetes_options_yaml),
                .init("members.yaml", PackageResources.diabetes_members_yaml),
                .init("weights.yaml", PackageResources.diabetes_weights_yaml),
                .init("advice.yaml", PackageResources.diabetes_advice_yaml),
                .init("scores.yaml", PackageResources.diabetes_scores_yaml),
                .init("ballot.yaml", PackageResources.diabetes_ballot_yaml),
                .init("meeting.yaml", PackageResources.diabetes_meeting_yaml),
                .init("documents/paper.md", PackageResources.diabetes_paper_md),
                .init("decision.yaml", PackageResources.diabetes_decision_yaml),
            ]),
    ]
}
