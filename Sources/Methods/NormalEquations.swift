/// The sums of a weighted least squares fit, and their solution.
struct NormalEquations {
    private let width: Int
    /// `width × width`, row major; only the upper triangle is kept.
    private var products: [Double]
    private var responses: [Double]

    init(width: Int) {
        self.width = width
        self.products = [Double](repeating: 0, count: width * width)
        self.responses = [Double](repeating: 0, count: width)
    }

    /// Adds rows, each with its weight; around a solution, halved and divided by the size of the row's miss
    /// of it.
    mutating func add(
        rows: [Double], outcomes: [Double], weights: [Double], around solution: [Double]?, leastMiss: Double
    ) {
        let width = width
        products.withUnsafeMutableBufferPointer { products in
            responses.withUnsafeMutableBufferPointer { responses in
                rows.withUnsafeBufferPointer { rows in
                    for place in outcomes.indices {
                        let start = place &* width
                        let outcome = outcomes[place]
                        var weight = weights[place]
                        if let solution {
                            var miss = outcome
                            for column in 0..<width { miss -= rows[start &+ column] * solution[column] }
                            weight = weight / max(abs(miss), leastMiss) * 0.5
                        }
                        for first in 0..<width {
                            let part = weight * rows[start &+ first]
                            responses[first] += part * outcome
                            let base = first &* width
                            for second in first..<width {
                                products[base &+ second] += part * rows[start &+ second]
                            }
                        }
                    }
                }
            }
        }
    }

    /// Adds to the diagonal, sparing the first column.
    mutating func addRidge(_ ridge: Double) {
        for column in 1..<max(1, width) { products[column * width + column] += ridge }
    }

    /// By Cholesky's decomposition.
    ///
    /// - Returns: nil where the columns cannot be told apart.
    func solved() -> [Double]? {
        var factor = products
        for column in 0..<width {
            for above in 0..<column {
                let part = factor[above * width + column]
                for across in column..<width {
                    factor[column * width + across] -= part * factor[above * width + across]
                }
            }
            let pivot = factor[column * width + column]
            guard pivot > 1e-12 * max(products[column * width + column], 1e-300), pivot.isFinite else { return nil }
            let root = pivot.squareRoot()
            for across in column..<width { factor[column * width + across] /= root }
        }
        var solution = responses
        for column in 0..<width {
            for above in 0..<column { solution[column] -= factor[above * width + column] * solution[above] }
            solution[column] /= factor[column * width + column]
        }
        for column in (0..<width).reversed() {
            for below in (column + 1)..<max(width, column + 1) {
                solution[column] -= factor[column * width + below] * solution[below]
            }
            solution[column] /= factor[column * width + column]
        }
        return solution
    }
}
