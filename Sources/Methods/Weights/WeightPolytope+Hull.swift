extension WeightPolytope {
    /// Orthogonal directions of length one in which the polytope has width, and corners that show it.
    static func span(
        _ corners: [[Double]], fixed: [[Double]], under programme: LinearProgramme
    ) -> (directions: [[Double]], corners: [[Double]]) {
        var (directions, corners, flat) = ([[Double]](), corners, [[Double]]())
        for vector in fixed {
            if let rest = rest(of: vector, beyond: flat, least: 1e-9) { flat.append(rest) }
        }
        for corner in corners.dropFirst() {
            let step = zip(corner, corners[0]).map { $0 - $1 }
            if let rest = rest(of: step, beyond: flat + directions, least: noWidth) {
                directions.append(rest)
            }
        }
        let count = corners[0].count
        while flat.count + directions.count < count {
            let candidates = (0..<count).compactMap { place -> [Double]? in
                var unit = [Double](repeating: 0, count: count)
                unit[place] = 1
                return rest(of: unit, beyond: flat + directions, least: 1e-6)
            }
            guard let candidate = candidates.first else { break }
            let ends = ends(of: candidate, under: programme)
            let step = zip(ends[1], ends[0]).map { $0 - $1 }
            if let rest = rest(of: step, beyond: flat + directions, least: noWidth) {
                directions.append(rest)
                corners += ends
            } else {
                flat.append(candidate)
            }
        }
        return (directions, corners)
    }

    /// What a vector adds to orthogonal ones, at length one; nil where that is shorter than `least`.
    private static func rest(of vector: [Double], beyond others: [[Double]], least: Double) -> [Double]? {
        let length = Quantiles.weightedSum(vector, weights: vector).squareRoot()
        guard length > 0 else { return nil }
        var rest = vector
        for _ in 0..<2 {
            for other in others {
                let part = Quantiles.weightedSum(rest, weights: other)
                for place in rest.indices { rest[place] -= part * other[place] }
            }
        }
        let left = Quantiles.weightedSum(rest, weights: rest).squareRoot()
        guard left > least else { return nil }
        return rest.map { $0 / left }
    }

    /// Steps shaped as the corners lie round the centre: the factor of their covariance, along the directions.
    static func steps(_ directions: [[Double]], corners: [[Double]], centre: [Double]) -> [[Double]] {
        let freedom = directions.count
        guard freedom > 0 else { return [] }
        let places = corners.map { corner in
            directions.map { Quantiles.weightedSum($0, weights: zip(corner, centre).map { $0 - $1 }) }
        }
        var covariance = [[Double]](repeating: [Double](repeating: 0, count: freedom), count: freedom)
        for place in places {
            for row in 0..<freedom {
                for column in 0...row {
                    covariance[row][column] += place[row] * place[column] / Double(corners.count)
                }
            }
        }
        let spread = (0..<freedom).reduce(0) { $0 + covariance[$1][$1] } / Double(freedom)
        var factor = covariance
        for row in 0..<freedom {
            for column in 0...row {
                var sum = covariance[row][column] + (row == column ? spread / 1_000 : 0)
                for before in 0..<column { sum -= factor[row][before] * factor[column][before] }
                factor[row][column] = row == column ? sum.squareRoot() : sum / factor[column][column]
            }
        }
        return (0..<freedom).map { column in
            var step = [Double](repeating: 0, count: centre.count)
            for row in column..<freedom {
                for place in step.indices { step[place] += factor[row][column] * directions[row][place] }
            }
            return step
        }
    }
}
