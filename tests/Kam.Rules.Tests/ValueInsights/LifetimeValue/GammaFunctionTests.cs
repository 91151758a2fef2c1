using System;
using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>Against values computed with 60 digits.</summary>
public sealed class GammaFunctionTests
{
    [Theory]
    [InlineData(0.001, 6.9071788853838537, -1000.5755719318103, 1000001.6425331959)]
    [InlineData(0.5, 0.57236494292470009, -1.9635100260214235, 4.9348022005446793)]
    [InlineData(1, 0, -0.57721566490153286, 1.6449340668482264)]
    [InlineData(1.5, -0.12078223763524522, 0.036489973978576521, 0.93480220054467931)]
    [InlineData(3, 0.69314718055994531, 0.92278433509846714, 0.39493406684822644)]
    [InlineData(12, 17.502307845873886, 2.4426616799758120, 0.086901872871768391)]
    [InlineData(12.5, 18.734347511936446, 2.4851956512749120, 0.083285224601578370)]
    [InlineData(100.25, 360.28455963776423, 4.6026712432747126, 0.010024978698123366)]
    [InlineData(1e6, 12815504.569147612, 13.815510057964191, 0.0000010000005000001667)]
    public void LogarithmAndDerivatives_HaveThirteenDigits(double x, double ln, double digamma, double trigamma)
    {
        AssertClose(ln, GammaFunction.Ln(x));
        AssertClose(digamma, GammaFunction.Digamma(x));
        AssertClose(trigamma, GammaFunction.Trigamma(x));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1.5)]
    [InlineData(double.NaN)]
    public void OutsideThePositiveNumbers_ThereIsNoValue(double x)
    {
        Assert.Equal(double.NaN, GammaFunction.Ln(x));
        Assert.Equal(double.NaN, GammaFunction.Digamma(x));
        Assert.Equal(double.NaN, GammaFunction.Trigamma(x));
    }

    [Theory]
    [InlineData(1e-20)]
    [InlineData(1e-9)]
    [InlineData(1e-5)]
    [InlineData(1.0000001e-5)]
    [InlineData(0.3)]
    [InlineData(40)]
    public void SmallArguments_LoseNoDigits(double x)
    {
        var logOnePlus = x < 1e-4 ? x - x * x / 2 + x * x * x / 3 : Math.Log(1 + x);
        AssertClose(logOnePlus, GammaFunction.LogOnePlus(x));
        var oneMinusExp = x < 1e-4 ? x - x * x / 2 + x * x * x / 6 : 1 - Math.Exp(-x);
        Assert.Equal(1, GammaFunction.OneMinusExpOfMinus(x) / oneMinusExp, 1e-10);
    }

    [Fact]
    public void TheLogarithmOfOnePlusAnExponential_NeitherOverflowsNorVanishes()
    {
        Assert.Equal(1000.0, GammaFunction.LogOnePlusExp(1000));
        Assert.Equal(0.0, GammaFunction.LogOnePlusExp(double.NegativeInfinity));
        AssertClose(Math.Exp(-50), GammaFunction.LogOnePlusExp(-50));
        AssertClose(Math.Log(2), GammaFunction.LogOnePlusExp(0));
    }

    [Theory]
    [InlineData(0.8, 1.2815515655446004)]
    [InlineData(0.95, 1.959963984540054)]
    [InlineData(0.01, 0.012533469508069)]
    [InlineData(0.9999, 3.8905918864131)]
    public void ABandOfTheNormalDistribution_ReachesThatManyDeviations(double share, double deviations) =>
        Assert.Equal(deviations, NormalQuantile.HalfWidth(share), 1e-10);

    private static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 2e-13 * Math.Max(Math.Abs(expected), 0.1), $"{actual:R} instead of {expected:R}");
}
