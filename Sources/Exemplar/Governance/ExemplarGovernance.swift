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
}
