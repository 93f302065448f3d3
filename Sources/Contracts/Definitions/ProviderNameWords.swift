/// Words by which a provider's published name is told apart from a person's.
///
/// Owner: dental contracts. Reviewed on 2026-11-21 against the provider names of December 2023; to be reviewed by
/// 2027-03-31, and whenever a publisher changes how names are written.
enum ProviderNameWords {
    /// Before a person's name.
    static let titles: Set<String> = [
        "MR", "MRS", "MS", "MISS", "DR", "DOCTOR", "PROF", "PROFESSOR", "SIR", "DAME", "LORD", "LADY", "MESSRS", "MX",
    ]

    /// A company or a public body stands behind the name, whatever else it says.
    static let bodies: Set<String> = [
        "LTD", "LIMITED", "LLP", "PLC", "CIC", "NHS", "TRUST", "FOUNDATION", "UNIVERSITY", "COUNCIL", "BOARD", "ICB",
        "INCORPORATED", "INC", "CHARITY", "SOCIETY", "COLLEGE", "HOSPITAL", "ENTERPRISE", "INTEREST",
    ]

    /// A practice or a service is named; with a title before it, it may still be a person's.
    static let practices: Set<String> = [
        "ACADEMY", "ACCESS", "CARE", "CENTRE", "CENTER", "CLINIC", "CLINICS", "COMMUNITY", "CORPORATION", "DENTAL",
        "DENTALCARE", "DENTISTRY", "DENTISTS", "GROUP", "HEALTH", "HEALTHCARE", "HOLDINGS", "HOUSE", "MEDICAL",
        "ORAL", "ORTHODONTIC", "ORTHODONTICS", "PARTNERSHIP", "PDS", "PRACTICE", "PRACTICES", "PRISON", "SALARIED",
        "SCHOOL", "SERVICE", "SERVICES", "SMILE", "SMILES", "SOLUTIONS", "SPECIALIST", "SURGERIES", "SURGERY",
        "TEETH", "TOOTH", "URGENT",
    ]
}
