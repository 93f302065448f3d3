public import Vocabulary

extension WorkingDays {
    /// An annual target spread over its financial year: annual × working days in the month ÷ working days in
    /// the year.
    ///
    /// - Returns: twelve, April first, that sum to the annual target to the hundredth.
    /// - Throws: `Refusal`, code `no-calendar`.
    /// - Reference: method of largest remainders; ties go to the earlier month.
    public func monthlyTargets(of annual: Units, in year: FinancialYear) throws(Refusal) -> [Units] {
        var weights: [Int] = []
        for month in year.months { weights.append(try count(in: month)) }
        do {
            return try annual.shared(by: weights)
        } catch {
            preconditionFailure("every financial year has working days")
        }
    }

    /// The month's part of an annual target; the twelve of a year sum to it.
    public func monthlyTarget(of annual: Units, in month: Month) throws(Refusal) -> Units {
        try monthlyTargets(of: annual, in: month.financialYear)[month.numberInFinancialYear - 1]
    }
}
