/// Places sorted into square cells, row by row, so that the cells beside one another in a row are one run.
struct PlaceGrid {
    /// The places in the order of cells.
    let order: [Int32]
    private let firsts: [Double]
    private let seconds: [Double]
    private let cellStarts: [Int]
    private let columns: Int
    private let rows: Int
    private let origin: MapPoint
    private let size: Double
    /// How many cells away a place within reach may lie.
    private let span: Int

    init(_ places: [MapPoint], covering others: [MapPoint], reach: Double) {
        let all = places + others
        let (left, right) = (all.map(\.first).min() ?? 0, all.map(\.first).max() ?? 0)
        let (bottom, top) = (all.map(\.second).min() ?? 0, all.map(\.second).max() ?? 0)
        let extent = max(right - left, top - bottom, 1e-9)
        // Never more than a thousand cells a side, however short the reach; one where it is the whole map.
        let size = min(max(reach / 2, extent / 1_000), extent * 1.000001)
        let columns = Int((right - left) / size) + 1
        let rows = Int((top - bottom) / size) + 1
        span = min(max(columns, rows), Int((min(reach, 2 * extent) / size).rounded(.up)))
        self.size = size
        self.columns = columns
        self.rows = rows
        origin = MapPoint(left, bottom)
        var starts = [Int](repeating: 0, count: columns * rows + 1)
        let cells = places.map { place in
            Int((place.second - bottom) / size) * columns + Int((place.first - left) / size)
        }
        for cell in cells { starts[cell + 1] += 1 }
        for cell in 0..<columns * rows { starts[cell + 1] += starts[cell] }
        var next = starts
        var order = [Int32](repeating: 0, count: places.count)
        for (place, cell) in cells.enumerated() {
            order[next[cell]] = Int32(place)
            next[cell] += 1
        }
        self.order = order
        cellStarts = starts
        firsts = order.map { places[Int($0)].first }
        seconds = order.map { places[Int($0)].second }
    }

    /// Other places in the order of the cells in which they lie.
    func order(of others: [MapPoint]) -> [Int32] {
        let cells = others.map { other in
            let cell = self.cell(of: other)
            return cell.row * columns + cell.column
        }
        var next = [Int](repeating: 0, count: columns * rows + 1)
        for cell in cells { next[cell + 1] += 1 }
        for cell in 0..<columns * rows { next[cell + 1] += next[cell] }
        var order = [Int32](repeating: 0, count: others.count)
        for (place, cell) in cells.enumerated() {
            order[next[cell]] = Int32(place)
            next[cell] += 1
        }
        return order
    }

    private func cell(of place: MapPoint) -> (row: Int, column: Int) {
        (
            min(rows - 1, max(0, Int((place.second - origin.second) / size))),
            min(columns - 1, max(0, Int((place.first - origin.first) / size)))
        )
    }

    /// The runs of places in cells near one: what is within reach is among them.
    @inline(__always)
    func ranges(near place: MapPoint, _ look: (Range<Int>) -> Void) {
        let cell = cell(of: place)
        let (left, right) = (max(0, cell.column - span), min(columns - 1, cell.column + span))
        for row in max(0, cell.row - span)...min(rows - 1, cell.row + span) {
            look(cellStarts[row * columns + left]..<cellStarts[row * columns + right + 1])
        }
    }

    /// Writes the places of a run that lie within reach, with the squares of their distances.
    @inline(__always)
    func find(
        _ range: Range<Int>, near place: MapPoint, within reach: Double, _ columns: UnsafeMutableBufferPointer<Int32>,
        _ squares: UnsafeMutableBufferPointer<Double>, _ found: inout Int
    ) {
        let most = reach * reach
        firsts.withUnsafeBufferPointer { firsts in
            seconds.withUnsafeBufferPointer { seconds in
                guard let columns = columns.baseAddress, let squares = squares.baseAddress else { return }
                var end = found
                for index in range {
                    let (across, up) = (firsts[index] - place.first, seconds[index] - place.second)
                    let square = across * across + up * up
                    // Written in any case, and kept by moving on: no branch to guess wrong.
                    columns[end] = Int32(truncatingIfNeeded: index)
                    squares[end] = square
                    end += square <= most ? 1 : 0
                }
                found = end
            }
        }
    }
}
