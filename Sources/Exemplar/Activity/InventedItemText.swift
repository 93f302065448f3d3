/// Rows of drugs and devices as providers write them, in the published columns.
enum InventedItemText {
    private static let patient = [
        "NHS NUMBER", "LOCAL PATIENT IDENTIFIER (EXTENDED)", "POSTCODE OF USUAL ADDRESS", "PERSON BIRTH DATE",
        "AGE AT ACTIVITY DATE (CONTRACT MONITORING)", "PERSON STATED GENDER CODE", "ETHNIC CATEGORY",
        "COMMISSIONED SERVICE CATEGORY CODE", "SERVICE CODE", "POINT OF DELIVERY CODE",
        "ACTIVITY TREATMENT FUNCTION CODE", "VALUE ADDED TAX CHARGED INDICATOR (CONTRACT MONITORING)",
    ]
    private static let drug =
        [
            "DRUG NAME", "DRUG STRENGTH", "DRUG VOLUME", "DRUG QUANTITY OR WEIGHT PROPORTION",
        ].map { $0 + " (HIGH COST TARIFF EXCLUDED DRUG)" }
        + [
            "UNIT OF MEASUREMENT (SNOMED CT DM+D)", "DISPENSING ROUTE (HIGH COST TARIFF EXCLUDED DRUG)",
            "ROUTE OF ADMINISTRATION (SNOMED CT DM+D)", "HIGH COST TARIFF EXCLUDED DRUG CODE (SNOMED CT DM+D)",
            "THERAPEUTIC INDICATION CODE (SNOMED CT)", "CLINICAL INTERVENTION DATE (DRUG DISPENSED)",
        ]
    private static let device =
        [
            "HIGH LEVEL CODE", "MEDICAL DEVICE NAME", "MEDICAL DEVICE MANUFACTURER", "MEDICAL DEVICE SERIAL NUMBER",
            "MEDICAL DEVICE QUANTITY",
        ].map { $0 + " (HIGH COST TARIFF EXCLUDED DEVICE)" }
        + ["CLINICAL INTERVENTION DATE (MEDICAL DEVICE IMPLEMENTATION)"]
    private static let price = [
        "OUT-PATIENT ATTENDANCE IDENTIFIER", "HOSPITAL PROVIDER SPELL IDENTIFIER", "UNIT PRICE (COMMISSIONER)",
        "TOTAL COST",
    ]

    static func header(_ kind: InventedItems.Kind) -> String {
        (MonitoringText.shared + patient + (kind == .drug ? drug : device) + price).joined(separator: ",")
    }

    static func write(
        _ row: ItemRow, _ kind: InventedItems.Kind, _ market: InventedMarket, _ random: inout Draws,
        into out: inout [UInt8]
    ) {
        var cells = CellWriter(out: out)
        out = []
        let provider = market.providers[row.provider].code
        let commissioner = market.commissioner(of: row)
        cells.add(MonitoringText.month(row.month, &random))
        cells.add(MonitoringText.year(&random))
        cells.add(MonitoringText.day(MonitoringText.created(row.month), &random))
        for text in [provider, provider + "01", commissioner, commissioner, commissioner, row.practice.code] {
            cells.add(text)
        }
        cells.add(InventedCare.pseudonym(of: row.group, &random))
        for text in [
            "L\(row.group % 10_000_000)", "", "", "\(random.below(95))", row.group % 2 == 0 ? "1" : "2", "A",
            kind.category, InventedMarket.noService, kind.pointOfDelivery, "300",
            row.isTaxed ? "Y" : "N",
        ] {
            cells.add(text)
        }
        if kind == .drug {
            for text in ["Invented \(row.code)", "40 mg", "1 ml", "\(row.quantity)", "258773002", "3", "34206005"] {
                cells.add(text)
            }
            for text in [row.code, "4556007"] { cells.add(text) }
        } else {
            for text in [row.code, "Invented \(row.code), left", "Wexbourne Devices", "SN\(row.group)"] {
                cells.add(text)
            }
            cells.add("\(row.quantity)")
        }
        cells.add(MonitoringText.day(row.day, &random))
        cells.add("A\(row.group)")
        cells.add("")
        cells.add(MonitoringText.decimal(row.unitPrice * 100, places: 4))
        cells.add(MonitoringText.money(row.cost, &random))
        cells.end()
        out = cells.out
    }
}
