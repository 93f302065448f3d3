import Contracts
import Methods
import Vocabulary

/// One contract's rows in one financial year.
struct InventedYear {
    let contract: InventedContract
    let commissioner: (code: OrganisationCode, name: String)
    let year: FinancialYear
    /// The year's place among the contract's years.
    let place: Int

    /// Up to twelve rows, in order of month; always drawn whole, so that a shorter archive is the start of a
    /// longer.
    func rows(_ random: RandomStream) -> [DentalMonth] {
        var draws = Draws(random.substream(contract.index).substream(year.start))
        let months = year.months.filter { contract.isActive(in: $0) }
        guard let opening = months.first else { return [] }
        let path = path(&draws)
        let begun = opening == contract.first ? 13 - opening.numberInFinancialYear : 12
        return months.map { month in
            let number = month.numberInFinancialYear
            let (target, value) = terms(in: month, monthsHeld: begun)
            let activity = activity(path[number - 1], in: month, &draws)
            let patients = patients(in: month, isDelivering: activity != nil)
            return DentalMonth(
                month: month, commissioner: commissioner.code, commissionerName: commissioner.name,
                contract: contract.number, providerName: contract.provider, postcode: contract.postcode,
                lsoa: contract.lsoa, target: Units(target), value: value, activity: activity,
                children: patients.children, adults: patients.adults,
                generalValue: contract.hasFurtherGeneralMoney ? value.scaled(by: 106, over: 100) : value)
        }
    }

    /// A contract that begins within a year is contracted for the months that are left.
    private func terms(in month: Month, monthsHeld: Int) -> (target: Int, value: Money) {
        switch contract.role {
        case .nominal(let pence): return (1, Money(pence: pence))
        case .untargeted(let pence): return (0, Money(pence: pence))
        case .ordinary:
            let target = contract.targets[place].target(month: month.numberInFinancialYear) * monthsHeld / 12
            return (target, contract.value(of: target, in: month))
        }
    }

    /// UDAs meant for each month, April first: the year's share of the target, laid over the season, a trend
    /// within the year and noise that carries over to the next month.
    private func path(_ draws: inout Draws) -> [Double] {
        let nation = NationalYear.nearest(to: year.start)
        let target = Double(contract.targets[place].end)
        let spread = NationalShape.monthlyNoise(target: target) * exponential(0.35 * draws.normal())
        let carried = NationalShape.noiseCarriedOver
        let trend = NationalShape.trendWithinYear * draws.normal()
        var noise = draws.normal()
        var weights: [Double] = []
        for month in 0..<12 {
            noise = carried * noise + (1 - carried * carried).squareRoot() * draws.normal()
            let strayed =
                spread * noise * NationalShape.noiseByMonth[month] + trend * (Double(month) - 5.5) / 5.5
            let isBlank = draws.chance(NationalShape.blankRows(target: contract.targets[place].end))
            weights.append(isBlank ? 0 : nation.season[month] * exponential(min(1.2, max(-1.5, strayed))))
        }
        let sum = max(weights.reduce(0, +), 0.01)
        let delivered: Double
        switch contract.role {
        case .ordinary: delivered = target * contract.shares[place]
        case .nominal(let pence): delivered = pence == 105 ? 0 : 400 * contract.shares[place]
        case .untargeted: delivered = 300 * contract.shares[place]
        }
        return weights.map { delivered * $0 / sum }
    }

    /// Courses of treatment that make up the units meant, and the units that come of them; nil where there
    /// are none.
    private func activity(_ meant: Double, in month: Month, _ draws: inout Draws) -> DentalActivity? {
        let mix = NationalYear.nearest(to: year.start).mix
        let isSplit = month >= InventedYear.bandTwoSplit
        let parts = isSplit ? NationalShape.bandTwo : [1, 0, 0]
        let two = mix[1] * contract.mix[0]
        let rates = [
            two * parts[0], two * parts[1], two * parts[2], mix[2] * contract.mix[1],
            mix[3] * contract.mix[2], mix[4],
        ]
        let weights = InventedYear.weights
        var perCourse = mix[0]
        for band in 0..<6 { perCourse += rates[band] * Double(weights[band]) / 100 }
        let courses = meant / perCourse
        var counts = [0, 0, 0, 0, 0, 0]
        for band in 0..<6 {
            counts[band] = draws.whole(courses * rates[band] * (0.85 + 0.3 * draws.uniform()))
        }
        if meant < 12, counts[3] > 0 { counts[3] = 0 }
        var further = 0
        for band in 0..<6 { further += counts[band] * weights[band] }
        let one = max(0, Int((meant - Double(further) / 100).rounded()))
        guard one + counts.reduce(0, +) > 0 else { return nil }

        var hundredths = one * 100 + further
        let kind = draws.below(100)
        if kind < NationalShape.exactRows || hundredths < 3_000 {
            if counts[5] > 0, hundredths >= 3_000 { counts[5] = 0 }
        } else if kind < NationalShape.exactRows + NationalShape.otherExplains {
            counts[5] = max(1, counts[5])
            hundredths += counts[5] * 100
        } else {
            hundredths += draws.pick(NationalShape.differences)
        }
        let foundation = contract.foundation.map { share in
            Int(Double(hundredths) / 20 * min(1, share * (0.6 + 0.8 * draws.uniform()))) * 20
        }
        let total = one + counts.reduce(0, +)
        let late = draws.chance(Double(NationalShape.lateRows)) ? 1 + draws.below(1 + total / 120) : 0
        let bandTwo: BandCounts.Two =
            month >= InventedYear.bandTwoPublished
            ? .parts(a: counts[0], b: counts[1], c: counts[2]) : .whole(counts[0] + counts[1] + counts[2])
        return DentalActivity(
            delivered: Units(hundredths: hundredths), lateClaims: late,
            foundation: Units(hundredths: foundation ?? 0),
            bands: BandCounts(one: one, two: bandTwo, three: counts[3], urgent: counts[4], other: counts[5]))
    }

    private func patients(in month: Month, isDelivering: Bool) -> (children: Int?, adults: Int?) {
        guard contract.role == .ordinary else { return (nil, nil) }
        let places = NationalShape.patientMonths
        let at = min(max(Double(month.index), places[0]), places[places.count - 1])
        let former = contract.shares[max(0, place - 1)], present = contract.shares[place]
        let part = Double(month.numberInFinancialYear) / 12
        let active = min(1.15, 0.25 + 0.85 * (former + (present - former) * part))
        let size = Double(contract.targets[place].end) * (year.start == 2020 ? 0.95 : active)
        let children = size * contract.children * interpolated(at, at: places, NationalShape.childLevels)
        let adults = size * contract.adults * interpolated(at, at: places, NationalShape.adultLevels)
        if !isDelivering, children < 3 { return (nil, adults < 3 ? nil : Int(adults)) }
        return (Int(children), Int(adults))
    }

    /// Hundredths of a UDA for a course in bands 2a, 2b, 2c, 3, urgent and other.
    private static let weights = [300, 500, 700, 1_200, 120, 0]
    /// The first whole month in which 2b and 2c count more than 2a; they took effect on 25 November 2022.
    static let bandTwoSplit = Month("202212")!
    /// The first month whose file has three columns for band 2.
    static let bandTwoPublished = Month("202304")!
}
