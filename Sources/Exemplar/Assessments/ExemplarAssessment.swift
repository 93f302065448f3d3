extension Exemplar {
    /// A needs assessment of Wexbourne's children as an analyst writes it down, with the tables of its figures beside.
    ///
    /// One conclusion rests on experience alone, nobody of the public answered, and no evidence speaks of the wait for
    /// sedation: it is there to be warned of.
    public static func assessment(for occasion: Occasion) -> ExemplarRound {
        ExemplarRound(
            id: "childrens-teeth",
            files: [
                .init("assessment.yaml", occasion.filled(PackageResources.assessment_teeth_yaml)),
                .init("decay.json", PackageResources.decay_json),
                .init("decay-by-fifth.json", PackageResources.decay_by_fifth_json),
                .init("reach.json", PackageResources.reach_json),
            ])
    }
}
