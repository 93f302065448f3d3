import Methods
import Testing

struct StandardNormalTests {
    @Test(arguments: [(50, 0.674_489_750_196), (90, 1.644_853_626_951), (95, 1.959_963_984_540)])
    func `central intervals have the widths that tables print`(level: Int, width: Double) {
        #expect(abs(StandardNormal.halfWidth(level: level) - width) < 1e-11)
    }

    @Test(arguments: [-3.0, -0.5, 0, 1.25, 4])
    func `quantiles undo probabilities`(value: Double) {
        #expect(abs(StandardNormal.quantile(StandardNormal.probability(atMost: value)) - value) < 1e-9)
    }
}
