extension CriteriaPack {
    /// The packs that come with Remit, as `read(_:named:)` takes them: reviewed rows with their owner.
    ///
    /// Of the All Wales framework two factors are left out, affordability and cost effectiveness: the envelope and the
    /// costs of the options count them already. Meanings are in our own words.
    static let shippedFile: [UInt8] = Array(
        """
        pack,packTitle,criterion,title,meaning,source,verified,owner,reviewBy
        \(allWales("effectiveness", "Clinical effectiveness", "How far care works better than what there is now."))
        \(allWales("health-gain", "Health gain", "Lives saved or prolonged, and years lived in better health."))
        \(allWales("strategic-fit", "Strategic fit", "How far it serves plans and guidance that bind the commissioner."))
        \(allWales("impact", "Population and individual impact", "How many are helped, and how much each of them."))
        \(allWales("inequities", "Health inequities", "Whether those whose health is worst gain most."))
        \(allWales("alternatives", "Alternative services", "Whether nothing else there is would do as well."))
        \(allWales("elsewhere", "Impact on services elsewhere", "What other services gain or lose by it."))
        \(allWales("workforce", "Workforce implications", "Whether the staff it needs can be found and kept."))
        \(allWales("geography", "Geography", "Whether people can reach it wherever they live."))

        """.utf8)

    private static func allWales(_ id: String, _ title: String, _ meaning: String) -> String {
        "all-wales,All Wales Prioritisation Framework,\(id),\(title),\"\(meaning)\",\"\(allWalesSource)\",no,"
            + "Priorities rules,2027-03-31"
    }

    private static let allWalesSource =
        "All Wales Prioritisation Framework, Prioritisation Information Tool, section 1; its list of factors was read in "
        + "a copy, not at its publisher"
}
