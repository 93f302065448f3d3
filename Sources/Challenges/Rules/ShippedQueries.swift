/// The files of rules and views, byte for byte.
enum ShippedQueries {
    static let rules: [(String, [UInt8])] = [
        ("CC01.sql", PackageResources.CC01_sql),
        ("CC02.sql", PackageResources.CC02_sql),
        ("CC03.sql", PackageResources.CC03_sql),
        ("CC04.sql", PackageResources.CC04_sql),
        ("CC05.sql", PackageResources.CC05_sql),
        ("CC06.sql", PackageResources.CC06_sql),
        ("CC07.sql", PackageResources.CC07_sql),
        ("CC08.sql", PackageResources.CC08_sql),
        ("CC09.sql", PackageResources.CC09_sql),
        ("CC10.sql", PackageResources.CC10_sql),
        ("CC11.sql", PackageResources.CC11_sql),
        ("CC12.sql", PackageResources.CC12_sql),
        ("CC13.sql", PackageResources.CC13_sql),
        ("CC14.sql", PackageResources.CC14_sql),
        ("CC15.sql", PackageResources.CC15_sql),
        ("CC16.sql", PackageResources.CC16_sql),
        ("CC17.sql", PackageResources.CC17_sql),
        ("CC18.sql", PackageResources.CC18_sql),
        ("CC19.sql", PackageResources.CC19_sql),
        ("CC20.sql", PackageResources.CC20_sql),
        ("CC21.sql", PackageResources.CC21_sql),
        ("CC22.sql", PackageResources.CC22_sql),
        ("CC23.sql", PackageResources.CC23_sql),
        ("CC24.sql", PackageResources.CC24_sql),
        ("CC25.sql", PackageResources.CC25_sql),
        ("DD01.sql", PackageResources.DD01_sql),
        ("DD02.sql", PackageResources.DD02_sql),
        ("DD03.sql", PackageResources.DD03_sql),
        ("DD04.sql", PackageResources.DD04_sql),
    ]

    /// Each rests on those before it alone.
    static let views: [(String, [UInt8])] = [
        ("practice_span.sql", PackageResources.practice_span_sql),
        ("payer.sql", PackageResources.payer_sql),
        ("same_care.sql", PackageResources.same_care_sql),
        ("same_record.sql", PackageResources.same_record_sql),
        ("billed_month.sql", PackageResources.billed_month_sql),
        ("item.sql", PackageResources.item_sql),
        ("earlier_last.sql", PackageResources.earlier_last_sql),
    ]
}
