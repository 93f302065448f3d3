/// The kinds of contract monitoring that providers send each month, by the standard that each follows.
public enum MonitoringFile: String, Sendable, CaseIterable, Hashable {
    /// Aggregate contract monitoring (DCB2050): planned and actual activity and price by line.
    case aggregate = "acm"
    /// Patient-level contract monitoring (DCB3003).
    case patientLevel = "plcm"
    /// Drugs patient-level contract monitoring (DCB2212).
    case drugs = "drplcm"
    /// Devices patient-level contract monitoring (DCB3002).
    case devices = "deplcm"

    /// As it stands in a sentence: `aggregate contract monitoring (ACM)`.
    public var inWords: String {
        switch self {
        case .aggregate: "aggregate contract monitoring (ACM)"
        case .patientLevel: "patient-level contract monitoring (PLCM)"
        case .drugs: "drugs contract monitoring (DrPLCM)"
        case .devices: "devices contract monitoring (DePLCM)"
        }
    }
}
