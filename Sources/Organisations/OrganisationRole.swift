/// What a file says that an organisation is.
public enum OrganisationRole: String, Hashable, Sendable, CaseIterable {
    case region
    case authority = "health authority"
    case integratedCareBoard = "integrated care board"
    /// The footprint before the boards of July 2022; the code went on to the board.
    case sustainabilityPartnership = "sustainability and transformation partnership"
    case subICB = "sub-ICB location"
    case commissioningGroup = "clinical commissioning group"
    case primaryCareNetwork = "primary care network"
    case generalPractice = "GP practice"
    /// Anything else that may prescribe on FP10: clinics, hospices, out-of-hours services.
    case prescribingCostCentre = "other prescribing cost centre"
    case dentalPractice = "dental practice"
    case trust = "NHS trust"

    /// The identifier of the role at ODS; nil where several share it.
    public var odsRole: String? {
        switch self {
        case .region: "RO209"
        case .integratedCareBoard: "RO318"
        case .sustainabilityPartnership: "RO262"
        case .subICB: "RO319"
        case .commissioningGroup: "RO98"
        case .primaryCareNetwork: "RO272"
        case .generalPractice: "RO76"
        case .dentalPractice: "RO110"
        case .trust: "RO197"
        case .authority, .prescribingCostCentre: nil
        }
    }

    /// True for a body that commissions, or the area of one.
    public var isCommissioner: Bool {
        switch self {
        case .integratedCareBoard, .sustainabilityPartnership, .subICB, .commissioningGroup: true
        default: false
        }
    }
}
