/// How a figure was come by: the method in words, and where it is published.
public struct MethodCitation: Hashable, Sendable {
    public let name: String
    public let citation: String

    public init(_ name: String, citation: String) {
        self.name = name
        self.citation = citation
    }
}

extension MethodCitation {
    static let wilson = MethodCitation(
        "Wilson", citation: "Wilson, Journal of the American Statistical Association 22 (1927) 209")
    static let byar = MethodCitation(
        "Byar", citation: "Breslow and Day, Statistical methods in cancer research II (IARC, 1987), 69")
    static let exact = MethodCitation("Exact", citation: "Garwood, Biometrika 28 (1936) 437")
    static let dobson = MethodCitation(
        "Dobson", citation: "Dobson, Kuulasmaa, Eberle and Scherer, Statistics in Medicine 10 (1991) 457")
    static let studentT = MethodCitation("Student's t-distribution", citation: "Student, Biometrika 6 (1908) 1")
    static let chiang = MethodCitation(
        "Chiang, with Silcocks's variance",
        citation: "Chiang, The Life Table and its Construction (1968); Silcocks, Jenner and Reza, Journal of "
            + "Epidemiology and Community Health 55 (2001) 38")
    static let slope = MethodCitation(
        "Weighted regression on the relative rank; limits by simulation",
        citation: "Low and Low, Journal of Public Health 26 (2004) 388")
    static let scoreFunnel = MethodCitation(
        "Score limits about the average",
        citation: "Spiegelhalter, Statistics in Medicine 24 (2005) 1185; Wilson (1927)")
    static let poissonFunnel = MethodCitation(
        "Exact Poisson limits about the average", citation: "Spiegelhalter, Statistics in Medicine 24 (2005) 1185")
    static let trend = MethodCitation(
        "Chi-squared test for trend",
        citation: "Armitage, Biometrics 11 (1955) 375; Breslow and Day II (IARC, 1987), 96")
    static let neighbours = MethodCitation(
        "Euclidean distance of standardised variables",
        citation: "Webster, Statistical classification of areas (ONS, 1999), as nearest-neighbour models use it")
    static let quantiles = MethodCitation(
        "Equal numbers by rank, ties at the lowest",
        citation: "Office for Health Improvement and Disparities, Fingertips technical guidance: assigning "
            + "deprivation categories")
}
