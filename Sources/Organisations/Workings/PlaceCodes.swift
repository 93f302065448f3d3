public import Vocabulary

extension Directory {
    /// Places a code of one day on the organisations of another.
    ///
    /// Follows handovers from organisation to organisation, multiplying the shares exactly. Going back in
    /// time is not possible where organisations changed: who a board's work came from is not what a handover
    /// says.
    ///
    /// - Returns: `unknown` where the code is not known on `start`, or a chain of handovers ends before
    ///   `day`.
    public func place(_ code: OrganisationCode, from start: Day, on day: Day) -> Placement {
        guard let organisation = organisation(code, on: start) else { return .unknown }
        if organisation.period.contains(day) { return .same }
        guard day > start, let parts = parts(of: code, from: start, on: day) else { return .unknown }
        if let only = parts.first, parts.count == 1 { return .moved(to: only.key) }
        return .split(Fraction.shares(parts))
    }

    private func parts(
        of code: OrganisationCode, from start: Day, on day: Day
    ) -> [OrganisationCode: Fraction]? {
        guard let organisation = organisation(code, on: start) else { return nil }
        if organisation.period.contains(day) { return [code: .one] }
        guard let handover = handover(of: organisation, after: start, through: day) else { return nil }
        var placed: [OrganisationCode: Fraction] = [:]
        for part in handover.parts {
            guard let further = parts(of: part.successor, from: handover.day, on: day) else { return nil }
            let share = Fraction(part.share.part, over: part.share.whole)
            for (successor, fraction) in further {
                placed[successor, default: .zero] = placed[successor, default: .zero] + share * fraction
            }
        }
        return placed
    }
}

/// An exact fraction in lowest terms; traps beyond 64 bits, which handovers of thousands do not reach.
private struct Fraction {
    let part: Int
    let whole: Int

    static let zero = Fraction(0, over: 1)
    static let one = Fraction(1, over: 1)

    init(_ part: Int, over whole: Int) {
        let divisor = Fraction.commonDivisor(part, whole)
        self.part = part / divisor
        self.whole = whole / divisor
    }

    static func + (left: Fraction, right: Fraction) -> Fraction {
        let multiple = left.whole / commonDivisor(left.whole, right.whole) * right.whole
        return Fraction(
            left.part * (multiple / left.whole) + right.part * (multiple / right.whole), over: multiple)
    }

    static func * (left: Fraction, right: Fraction) -> Fraction {
        let (one, other) = (commonDivisor(left.part, right.whole), commonDivisor(right.part, left.whole))
        return Fraction(
            (left.part / one) * (right.part / other), over: (left.whole / other) * (right.whole / one))
    }

    /// The shares over their least common whole, the largest first; equal ones by code.
    static func shares(_ parts: [OrganisationCode: Fraction]) -> [Placement.Part] {
        let whole = parts.values.reduce(1) { $0 / commonDivisor($0, $1.whole) * $1.whole }
        return
            parts
            .map {
                Placement.Part(
                    code: $0.key, share: Share($0.value.part * (whole / $0.value.whole), of: whole)!)
            }
            .sorted { $0.share == $1.share ? $0.code < $1.code : $0.share > $1.share }
    }

    private static func commonDivisor(_ left: Int, _ right: Int) -> Int {
        var (larger, smaller) = (left, right)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}
