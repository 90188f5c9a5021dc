resource "aws_route53_zone" "shop" {
  name = "example.com"
}

resource "aws_route53_record" "shop" {
  zone_id = aws_route53_zone.shop.zone_id
  name    = "shop.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.shop.dns_name
    zone_id                = aws_lb.shop.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "partner" {
  zone_id = aws_route53_zone.shop.zone_id
  name    = "partner.example.com"
  type    = "CNAME"
  ttl     = 300
  records = [aws_lb.shop.dns_name]
}

resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_acm_certificate_validation" "shop" {
  certificate_arn = aws_acm_certificate.shop.arn
}

resource "aws_acm_certificate" "partner" {
  domain_name       = "partner.example.com"
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_acm_certificate_validation" "partner" {
  certificate_arn = aws_acm_certificate.partner.arn
}
