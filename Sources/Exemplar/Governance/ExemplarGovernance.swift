extension Exemplar {
    /// Wexbourne's register of interests, its two committees with their terms, who decides what, who answers to whom,
    /// and the meeting of the month before: each a file as a governance lead writes it, in the order in which they are
    /// taken in.
    ///
    /// Three gaps are left in the accountability map, one right is unclear and one contested.
    ///
    /// - Parameter occasion: when the committees decide the rounds.
    public static func governance(for occasion: Occasion) -> [ExemplarRound.File] {
        [
            ("register.yaml", PackageResources.register_yaml),
            ("redactions.yaml", PackageResources.redactions_yaml),
            ("committee-pccc.yaml", PackageResources.committee_pccc_yaml),
            ("committee-ltc.yaml", PackageResources.committee_ltc_yaml),
            ("rights.yaml", PackageResources.rights_yaml),
            ("accountability.yaml", PackageResources.accountability_yaml),
            ("meeting-pccc-4.yaml", PackageResources.meeting_pccc_4_yaml),
        ].map { .init($0.0, occasion.filled($0.1)) }
    }

    /// A meeting of the occasion's own day whose papers are out and which nobody has opened yet, with its papers:
    /// planned once those before it are over.
    public static func meetingToday(for occasion: Occasion) -> ExemplarRound {
        ExemplarRound(
            id: "pccc-6",
            files: [
                .init("meeting.yaml", occasion.filled(PackageResources.meeting_pccc_6_yaml)),
                .init("documents/toothache.md", PackageResources.toothache_md),
                .init("documents/millrace.md", PackageResources.millrace_md),
            ])
    }
}
